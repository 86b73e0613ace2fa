package parlance.conversation.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.user.User;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationPackets;
import parlance.internalapi.conversation.ConversationPacket;

/**
 * What a conversation says of its own changes, to everybody in it (protocol 3.3). Clients act on
 * {@code x}.
 */
final class ParticipantMessage {

    private ParticipantMessage() {}

    private record About(
            @JsonProperty("type") String type,
            @JsonProperty("user") @Nullable User user,
            @JsonProperty("conversation") @Nullable ConversationPacket conversation) {}

    static Said added(User user, UserId actor) {
        return about(user, "added_participant", " has been added to the group", actor);
    }

    static Said removed(User user, UserId actor) {
        return about(user, "removed_participant", " has been removed from the group", actor);
    }

    static Said left(User user) {
        return about(user, "left_participants", " has left the group", user.id());
    }

    static Said imageUpdated(Conversation conversation, UserId actor) {
        var about = new About("update_image", null, ConversationPackets.of(conversation));
        return new Said(actor, "Group chat image was updated", raw(about));
    }

    private static Said about(User user, String type, String words, UserId actor) {
        return new Said(actor, nameOf(user) + words, raw(new About(type, user, null)));
    }

    /** First and last name, or the login of who has neither. */
    private static String nameOf(User user) {
        var name =
                Stream.of(user.firstName(), user.lastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "))
                        .strip();
        return name.isEmpty() ? user.login() : name;
    }

    private static RawJson raw(About about) {
        return new RawJson(Json.write(about));
    }
}
