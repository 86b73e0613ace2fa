package parlance.conversation.creation;

import static parlance.contracts.OfflinePolicy.LOG;
import static parlance.contracts.OfflinePolicy.PUSH;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.ConversationConfig;
import parlance.conversation.change.ChangePublisher;
import parlance.conversation.change.EventPacket;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.internalapi.file.ImageUrls;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;

/** Begins groups and channels. */
@Singleton
final class GroupCreator {

    private final ConversationStore conversations;
    private final UserLookup userLookup;
    private final ImageUrls imageUrls;
    private final ChangePublisher changePublisher;
    private final ConversationConfig config;
    private final Clock clock;

    GroupCreator(
            ConversationStore conversations,
            UserLookup userLookup,
            ImageUrls imageUrls,
            ChangePublisher changePublisher,
            ConversationConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.userLookup = userLookup;
        this.imageUrls = imageUrls;
        this.changePublisher = changePublisher;
        this.config = config;
        this.clock = clock;
    }

    HandlerResult open(Command<CreateConversation.Request> command) {
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
        return changePublisher.answering(conversation, List.of(created));
    }

    /** The participants of the first moment, also those who have left since. */
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
            imageUrls.grantAccess(image, command.caller(), new ConversationId(command.mintedId()));
        }
        var now = clock.instant();
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
                        userLookup.findExisting(
                                founder.organizationId(), command.request().invited()));
        others.remove(founder.userId());
        if (others.isEmpty() && command.request().kind() == ConversationType.GROUP) {
            throw new Rejection(ErrorCode.PARTICIPANTS_NOT_PROVIDED);
        }
        others.addFirst(founder.userId());
        if (others.size() > config.maxParticipants()) {
            throw new Rejection(ErrorCode.PARTICIPANTS_LIMIT);
        }
        return others;
    }
}
