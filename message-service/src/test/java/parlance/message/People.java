package parlance.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.testing.commands.CommandClient;

/** Who takes part in a test: new people and new conversations each time. */
public final class People {

    public static final OrganizationId ORGANIZATION = new OrganizationId("default");

    private People() {}

    public static Caller person(String login) {
        return new Caller(
                ORGANIZATION,
                new UserId(CommandClient.mintedId()),
                login,
                new DeviceId(login + "-phone"),
                new SessionId(login + "-session"));
    }

    /** A group whose first participant owns it; all joined with version 1. */
    public static DirectoryConversation group(Caller... participants) {
        return conversation("g", participants);
    }

    public static DirectoryConversation conversation(String type, Caller... participants) {
        Map<UserId, Participant> joined = new HashMap<>();
        for (var one : participants) {
            joined.put(one.userId(), new Participant(1, false));
        }
        return new DirectoryConversation(
                new ConversationId(CommandClient.mintedId()),
                ORGANIZATION,
                1,
                type,
                "Team",
                participants[0].userId(),
                joined);
    }

    /** The same conversation after somebody has left it. */
    public static DirectoryConversation without(
            DirectoryConversation directoryConversation, Caller left) {
        var rest = new HashMap<>(directoryConversation.participants());
        rest.remove(left.userId());
        return new DirectoryConversation(
                directoryConversation.id(),
                directoryConversation.organizationId(),
                directoryConversation.version() + 1,
                directoryConversation.type(),
                directoryConversation.name(),
                directoryConversation.ownerId(),
                rest,
                directoryConversation.peerId());
    }

    public static List<UserId> ids(Caller... callers) {
        return List.of(callers).stream().map(Caller::userId).toList();
    }
}
