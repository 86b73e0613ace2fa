package parlance.message.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.Rejection;
import parlance.kit.directory.Conversation;
import parlance.message.MessageConfig;
import parlance.message.head.Head;
import parlance.message.message.Message.Cause;
import parlance.message.message.Message.Content;
import parlance.message.message.Verdict.Refused;
import parlance.message.message.Verdict.Resent;
import parlance.message.message.Verdict.Sent;

/** Decides on the messages of a batch, one after the other, and gives each its place. */
final class SendingBatch {

    private final Situation situation;
    private final MessageConfig config;
    private final Map<String, Message> known;
    private final Map<ConversationId, Restoration> restorations;
    private final Map<ConversationId, Head> moved = new HashMap<>();
    private final List<Message> made = new ArrayList<>();
    private final List<Message> outdated = new ArrayList<>();
    private final List<Message> restoring = new ArrayList<>();

    SendingBatch(Situation situation, MessageConfig config) {
        this.situation = situation;
        this.config = config;
        this.known = new HashMap<>(situation.stored());
        this.restorations = new HashMap<>(situation.restorations());
    }

    Verdict decide(Command<SendMessage.Request> command) {
        var stored = known.get(SendMessage.clientKeyOf(command));
        if (stored != null && stored.wasMadeAt(command.position())) {
            return sent(stored);
        }
        if (stored != null && isRecent(stored)) {
            return new Resent(stored);
        }
        try {
            var message = make(command);
            if (stored != null) {
                outdated.add(stored);
            }
            return sent(message);
        } catch (Rejection rejection) {
            return new Refused(rejection.failure());
        }
    }

    /** What is to be stored. */
    List<Message> made() {
        return made;
    }

    /** The messages that brought people back, replays included. */
    List<Message> restoring() {
        return restoring;
    }

    /** Messages so old that their client ids mean other messages now. */
    List<Message> outdated() {
        return outdated;
    }

    /** Where the conversations stand after this, replays included: their heads may lag. */
    Collection<Head> moved() {
        return moved.values();
    }

    private Message make(Command<SendMessage.Request> command) {
        var request = command.request();
        var author = command.caller().userId();
        var content = contentOf(request);
        var conversation = conversationFor(command);
        refuseReader(conversation, author);
        refuseBlocked(conversation);
        refuseWrongReply(request, conversation);
        var place = headOf(conversation.id()).next(situation.now());
        var message =
                new Message(
                        new MessageId(command.mintedId()),
                        conversation.id(),
                        conversation.type(),
                        author,
                        place.seq(),
                        place.lastAt(),
                        place.lastAt(),
                        content,
                        new Cause(command.position(), SendMessage.clientKeyOf(command)),
                        List.of(),
                        restorations.remove(conversation.id()),
                        false);
        made.add(message);
        known.put(message.cause().clientKey(), message);
        return message;
    }

    private Verdict sent(Message message) {
        var head = headOf(message.conversationId());
        var restoration = message.restoration();
        if (restoration != null) {
            restoring.add(message);
            head = head.published(restoration.version());
        }
        if (message.seq() >= head.seq()) {
            head = head.at(message.seq(), message.createdAt());
        }
        moved.put(head.conversationId(), head);
        return new Sent(message, situation.conversations().get(message.conversationId()), head);
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

    private Conversation conversationFor(Command<SendMessage.Request> command) {
        var found = situation.conversations().get(command.request().conversationId());
        if (found == null || !found.organizationId().equals(command.caller().organizationId())) {
            throw new Rejection(ErrorCode.CONVERSATION_NOT_FOUND);
        }
        return found;
    }

    /** In a channel most people only read. */
    private void refuseReader(Conversation conversation, UserId author) {
        var participant = conversation.participants().get(author);
        var leads =
                participant != null
                        && (participant.admin() || conversation.ownerId().equals(author));
        var mayWrite = conversation.type().equals("c") && !config.openChannels() ? leads : true;
        if (participant == null || !mayWrite) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private void refuseBlocked(Conversation conversation) {
        if (situation.blocked().contains(conversation.id())) {
            throw new Rejection(ErrorCode.USER_BLOCKED);
        }
    }

    private void refuseWrongReply(SendMessage.Request request, Conversation conversation) {
        var repliedId = request.repliedMessageId();
        if (repliedId == null) {
            return;
        }
        var replied = situation.mentioned().get(repliedId);
        if (replied == null || !replied.conversationId().equals(conversation.id())) {
            throw new Rejection(ErrorCode.INCORRECT_REPLY_MESSAGE_ID);
        }
    }

    private Head headOf(ConversationId id) {
        var head = moved.get(id);
        return head != null ? head : situation.heads().getOrDefault(id, Head.none(id));
    }

    private boolean isRecent(Message stored) {
        return stored.createdAt().plus(config.resendWindow()).isAfter(situation.now());
    }
}
