package parlance.conversation.conversation;

import static parlance.contracts.Absent.LOG;
import static parlance.contracts.Absent.PUSH;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.ConversationConfig;
import parlance.conversation.conversation.Conversation.Change;
import parlance.conversation.conversation.Conversation.Participant;
import parlance.conversation.picture.Pictures;
import parlance.conversation.user.People;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;

/** Begins groups and channels. */
@Singleton
final class NewGroup {

    private final ConversationStore conversations;
    private final People people;
    private final Pictures pictures;
    private final Publication publication;
    private final ConversationConfig config;
    private final Clock clock;

    NewGroup(
            ConversationStore conversations,
            People people,
            Pictures pictures,
            Publication publication,
            ConversationConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.people = people;
        this.pictures = pictures;
        this.publication = publication;
        this.config = config;
        this.clock = clock;
    }

    Outcome open(Command<CreateConversation.Request> command) {
        var id = new ConversationId(command.mintedId());
        var conversation = conversations.find(id).orElseGet(() -> add(command));
        var founder = command.caller().userId();
        var created =
                new Notice(
                        invitedBy(command, conversation),
                        EventPacket.created(conversation, founder, conversation.createdAt()),
                        true,
                        founder,
                        Set.of(LOG, PUSH));
        return publication.answering(conversation, List.of(created));
    }

    /** Everybody of the first moment, whoever has come or gone since. */
    private static List<UserId> invitedBy(
            Command<CreateConversation.Request> command, Conversation conversation) {
        return conversation.changeAt(command.position()).map(Change::added).orElse(List.of());
    }

    private Conversation add(Command<CreateConversation.Request> command) {
        var made = make(command);
        return conversations.add(made) ? made : conversations.find(made.id()).orElseThrow();
    }

    private Conversation make(Command<CreateConversation.Request> command) {
        var request = command.request();
        var everybody = everybody(command);
        var image = request.image();
        if (image != null) {
            pictures.show(image, command.caller(), new ConversationId(command.mintedId()));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Conversation(
                new ConversationId(command.mintedId()),
                command.caller().organizationId(),
                request.kind(),
                1,
                command.caller().userId(),
                null,
                request.isEncrypted(),
                request.profile(),
                everybody.size(),
                everybody.stream().map(userId -> new Participant(userId, 1, false)).toList(),
                List.of(Change.adding(everybody, command.position(), 1)),
                now,
                now);
    }

    /** The founder first. */
    private List<UserId> everybody(Command<CreateConversation.Request> command) {
        var founder = command.caller();
        var others =
                new ArrayList<>(
                        people.existing(founder.organizationId(), command.request().invited()));
        others.remove(founder.userId());
        if (others.isEmpty() && command.request().kind() == Kind.GROUP) {
            throw new Rejection(ErrorCode.PARTICIPANTS_NOT_PROVIDED);
        }
        others.addFirst(founder.userId());
        if (others.size() > config.maxParticipants()) {
            throw new Rejection(ErrorCode.PARTICIPANTS_LIMIT);
        }
        return others;
    }
}
