package parlance.message.change;

import static java.util.Objects.requireNonNull;
import static parlance.contracts.OfflinePolicy.LOG;
import static parlance.contracts.OfflinePolicy.PUSH;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Delivery;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Rejoined;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.message.document.Message;
import parlance.message.document.MessagePacket;
import parlance.message.document.MessageStore;
import parlance.message.idempotency.IdempotencyStore;
import parlance.message.sending.ParticipantMessages;
import parlance.message.tail.ConversationTailStore;

/**
 * Publishes what conversation-service has changed: the answer to the user who asked, then what
 * clients see. From here on the people who joined with the change are recipients; the messages that
 * wait for them in a direct conversation come next.
 */
@Singleton
@HandlesRoute(Route.PUBLISH_CONVERSATION_CHANGE)
final class PublishConversationChange implements RequestHandler<ConversationChange> {

    private final IdempotencyStore claims;
    private final ConversationTailStore heads;
    private final MessageStore messages;
    private final ParticipantMessages participantMessages;
    private final PacketCompleter completer;

    PublishConversationChange(
            IdempotencyStore claims,
            ConversationTailStore heads,
            MessageStore messages,
            ParticipantMessages participantMessages,
            PacketCompleter completer) {
        this.claims = claims;
        this.heads = heads;
        this.messages = messages;
        this.participantMessages = participantMessages;
        this.completer = completer;
    }

    @Override
    public HandlerResult handle(Command<ConversationChange> command) {
        var change = command.request();
        var lastMove = completer.lastMove(change);
        var answer =
                change.reply() == null
                        ? HandlerResult.noReply()
                        : HandlerResult.reply(completer.reply(change.reply(), lastMove));
        var cid = change.conversationId();
        if (!isToBePublished(command)) {
            // conversation-service handed it over twice; clients have seen it already.
            return answer;
        }
        heads.publish(cid, change.version());
        var index = 0;
        for (var step : change.steps()) {
            answer =
                    switch (step) {
                        case Notice notice -> answer.deliver(deliveryOf(notice, command, lastMove));
                        case Rejoined rejoined -> answer.deliver(deliveryOf(rejoined));
                        case Said said ->
                                tell(
                                        participantMessages.say(command, said, index++),
                                        change,
                                        answer);
                    };
        }
        return change.type().equals("u") ? deliverWaiting(command, answer) : answer;
    }

    private boolean isToBePublished(Command<ConversationChange> command) {
        var change = command.request();
        var cid = change.conversationId();
        if (change.steps().stream().noneMatch(Rejoined.class::isInstance)) {
            var work = command.mintedId() + "/" + cid + "/" + change.part();
            return claims.claim(work, command.position());
        }
        // Each message that finds a participant untold asks for it; one answer is enough, and none
        // is needed where the change that brought the participant back has been published since.
        var work = cid + "/rejoined/" + change.version();
        return heads.get(cid).published() < change.version()
                ? claims.claim(work, command.position())
                : claims.isClaimedBy(work, command.position());
    }

    private HandlerResult deliverWaiting(
            Command<ConversationChange> command, HandlerResult answer) {
        var change = command.request();
        var delivered = answer;
        for (var message :
                messages.release(
                        change.conversationId(), change.participants(), command.position())) {
            delivered =
                    delivered.deliver(
                            Delivery.of(
                                            MessagePacket.live(message, null),
                                            List.of(requireNonNull(message.awaits())))
                                    .by(message.from())
                                    .whenOffline(LOG, PUSH));
        }
        return delivered;
    }

    private static Delivery deliveryOf(Rejoined rejoined) {
        return Delivery.of(rejoined.packet(), rejoined.people())
                .by(rejoined.author())
                .whenOffline(LOG);
    }

    private Delivery deliveryOf(
            Notice notice, Command<ConversationChange> command, @Nullable Instant lastMove) {
        return new Delivery(
                notice.recipients(),
                completer.packet(notice, command.request().conversationId(), lastMove),
                null,
                notice.exceptAsker() ? command.connection() : null,
                notice.author(),
                notice.whenAbsent());
    }

    private static HandlerResult tell(
            Message message, ConversationChange change, HandlerResult answer) {
        var delivered =
                answer.deliver(
                        Delivery.of(MessagePacket.live(message, "sent"), change.participants())
                                .by(message.from())
                                .whenOffline(LOG, PUSH));
        var organization = change.organizationId();
        return organization == null
                ? delivered
                : delivered.publish(message.sentEvent(organization));
    }
}
