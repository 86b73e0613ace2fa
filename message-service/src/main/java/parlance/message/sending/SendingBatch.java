package parlance.message.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.Rejection;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.MessageConfig;
import parlance.message.document.Attachments;
import parlance.message.document.Message;
import parlance.message.document.Message.Cause;
import parlance.message.document.Message.Content;
import parlance.message.sending.SendDecision.Refused;
import parlance.message.sending.SendDecision.Resent;
import parlance.message.sending.SendDecision.Sent;
import parlance.message.tail.ConversationTail;

/** Decides on the messages of a batch, one after the other, and gives each its place. */
final class SendingBatch {

    /** Far below the 6 s after which Kafka gives a partition to another replica: clocks differ. */
    private static final Duration DOUBTFUL_AGE = Duration.ofSeconds(1);

    private final SendContext sendContext;
    private final MessageConfig config;
    private final Map<String, Message> known;
    private final Map<ConversationId, ConversationTail> moved = new HashMap<>();
    private final List<Message> made = new ArrayList<>();
    private final List<Message> outdated = new ArrayList<>();

    SendingBatch(SendContext sendContext, MessageConfig config) {
        this.sendContext = sendContext;
        this.config = config;
        this.known = new HashMap<>(sendContext.stored());
    }

    SendDecision decide(Command<SendMessage.Request> command) {
        var own = known.get(command.mintedId());
        if (own != null && own.refusal() != null) {
            return new Refused(own.refusal());
        }
        var stored = known.get(SendMessage.clientKeyOf(command));
        if (stored != null && stored.wasMadeAt(command.position())) {
            return sent(stored);
        }
        if (stored != null && isRecent(stored)) {
            return new Resent(stored);
        }
        try {
            var message = keep(make(command));
            if (stored != null) {
                outdated.add(stored);
            }
            return sent(message);
        } catch (Rejection rejection) {
            if (mayBeUnderWayElsewhere(command, sendContext.now())) {
                keep(refusalOf(command, rejection));
            }
            return new Refused(rejection.failure());
        }
    }

    private Message keep(Message message) {
        made.add(message);
        known.put(message.cause().clientKey(), message);
        moved.put(
                message.conversationId(),
                headOf(message.conversationId()).at(message.seq(), message.createdAt()));
        return message;
    }

    /**
     * A replica that was paused with this command in its hands loses the partition, and may go on
     * later. So the command has waited for a while.
     */
    static boolean mayBeUnderWayElsewhere(Command<SendMessage.Request> command, Instant now) {
        return PreassignedId.isWellFormed(command.request().cid())
                && command.acceptedAt().plus(DOUBTFUL_AGE).isBefore(now);
    }

    /** Takes the id of the refused message, under which a paused replica would store it. */
    private Message refusalOf(Command<SendMessage.Request> command, Rejection rejection) {
        var id = command.request().conversationId();
        var conversation = sendContext.directoryConversations().get(id);
        var tail = headOf(id);
        return new Message(
                new MessageId(command.mintedId()),
                id,
                conversation == null ? "" : conversation.type(),
                command.caller().userId(),
                tail.seq() + 1,
                tail.lastAt(),
                tail.lastAt(),
                Content.text(null, null),
                new Cause(command.position(), command.mintedId()),
                List.of(),
                null,
                rejection.failure(),
                true);
    }

    /** What is to be stored. */
    List<Message> made() {
        return made;
    }

    /** Messages so old that their client ids mean other messages now. */
    List<Message> outdated() {
        return outdated;
    }

    /** Where the conversations stand after this, replays included: their heads may lag. */
    Collection<ConversationTail> moved() {
        return moved.values();
    }

    private Message make(Command<SendMessage.Request> command) {
        var request = command.request();
        var author = command.caller().userId();
        var content = contentOf(request);
        var directoryConversation = conversationFor(command);
        refuseReader(directoryConversation, author);
        refuseBlocked(directoryConversation);
        refuseWrongReply(request, directoryConversation);
        var place = headOf(directoryConversation.id()).next(sendContext.now());
        return new Message(
                new MessageId(command.mintedId()),
                directoryConversation.id(),
                directoryConversation.type(),
                author,
                place.seq(),
                place.lastAt(),
                place.lastAt(),
                content,
                new Cause(command.position(), SendMessage.clientKeyOf(command)),
                List.of(),
                awaitedIn(directoryConversation, author),
                null,
                false);
    }

    /** The peer who has left, or who is back and has not been told. */
    private @Nullable UserId awaitedIn(DirectoryConversation directoryConversation, UserId author) {
        if (!directoryConversation.isDirect()) {
            return null;
        }
        var told = directoryConversation.recipients(headOf(directoryConversation.id()).published());
        return directoryConversation.people().stream()
                .filter(one -> !one.equals(author) && !told.contains(one))
                .findFirst()
                .orElse(null);
    }

    private SendDecision sent(Message message) {
        var conversationTail = headOf(message.conversationId());
        if (message.seq() >= conversationTail.seq()) {
            conversationTail = conversationTail.at(message.seq(), message.createdAt());
        }
        moved.put(conversationTail.conversationId(), conversationTail);
        return new Sent(
                message,
                sendContext.directoryConversations().get(message.conversationId()),
                conversationTail);
    }

    private static Content contentOf(SendMessage.Request request) {
        if (request.body() == null && request.attachments() == null) {
            throw Rejection.invalid("\"value\" must contain at least one of [body, attachments]");
        }
        return new Content(
                request.body(),
                Attachments.of(request.attachments()),
                SendMessage.rawOf(request.x()),
                request.repliedMessageId(),
                request.forwardedId(),
                request.encryptedType());
    }

    private DirectoryConversation conversationFor(Command<SendMessage.Request> command) {
        var found = sendContext.directoryConversations().get(command.request().conversationId());
        if (found == null || !found.organizationId().equals(command.caller().organizationId())) {
            throw new Rejection(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return found;
    }

    /** In a channel most people only read. */
    private void refuseReader(DirectoryConversation directoryConversation, UserId author) {
        var participant = directoryConversation.participants().get(author);
        var leads =
                participant != null
                        && (participant.admin() || directoryConversation.ownerId().equals(author));
        var mayWrite =
                directoryConversation.type().equals("c") && !config.openChannels() ? leads : true;
        if (participant == null || !mayWrite) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private void refuseBlocked(DirectoryConversation directoryConversation) {
        if (sendContext.blocked().contains(directoryConversation.id())) {
            throw new Rejection(ErrorCode.USER_BLOCKED);
        }
    }

    private void refuseWrongReply(
            SendMessage.Request request, DirectoryConversation directoryConversation) {
        var repliedId = request.repliedMessageId();
        if (repliedId == null) {
            return;
        }
        var replied = sendContext.mentioned().get(repliedId);
        if (replied == null || !replied.conversationId().equals(directoryConversation.id())) {
            throw new Rejection(ErrorCode.INCORRECT_REPLY_MESSAGE_ID);
        }
    }

    private ConversationTail headOf(ConversationId id) {
        var conversationTail = moved.get(id);
        return conversationTail != null
                ? conversationTail
                : sendContext.conversationTails().getOrDefault(id, ConversationTail.none(id));
    }

    private boolean isRecent(Message stored) {
        return stored.createdAt().plus(config.resendWindow()).isAfter(sendContext.now());
    }
}
