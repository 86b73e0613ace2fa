package parlance.message.change;

import static parlance.contracts.Absent.LOG;
import static parlance.contracts.Absent.PUSH;

import jakarta.inject.Singleton;
import parlance.contracts.Delivery;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;
import parlance.message.claim.ClaimStore;
import parlance.message.head.HeadStore;
import parlance.message.message.MessagePacket;
import parlance.message.message.ParticipantMessages;

/**
 * Publishes what conversation-service has changed: the answer to whoever asked, then what everybody
 * is to see. From here on the people who joined with the change are recipients.
 */
@Singleton
@Answers(Route.PUBLISH_CONVERSATION_CHANGE)
final class PublishConversationChange implements RequestHandler<ConversationChange> {

    private final ClaimStore claims;
    private final HeadStore heads;
    private final ParticipantMessages participantMessages;

    PublishConversationChange(
            ClaimStore claims, HeadStore heads, ParticipantMessages participantMessages) {
        this.claims = claims;
        this.heads = heads;
        this.participantMessages = participantMessages;
    }

    @Override
    public Outcome handle(Command<ConversationChange> command) {
        var change = command.request();
        var answer = change.reply() == null ? Outcome.silent() : Outcome.reply(change.reply());
        var cid = change.conversationId();
        var work = command.mintedId() + "/" + cid + "/" + change.part();
        if (!claims.claim(work, command.position())) {
            // conversation-service handed it over twice; clients have seen it already.
            return answer;
        }
        heads.publish(cid, change.version());
        var index = 0;
        for (var step : change.steps()) {
            answer =
                    answer.deliver(
                            switch (step) {
                                case Notice notice -> deliveryOf(notice, command);
                                case Said said -> deliveryOf(said, command, index++);
                            });
        }
        return answer;
    }

    private static Delivery deliveryOf(Notice notice, Command<ConversationChange> command) {
        return new Delivery(
                notice.recipients(),
                notice.packet(),
                null,
                notice.exceptAsker() ? command.connection() : null,
                notice.author(),
                notice.whenAbsent());
    }

    private Delivery deliveryOf(Said said, Command<ConversationChange> command, int index) {
        var message = participantMessages.say(command, said, index);
        return Delivery.of(MessagePacket.live(message, "sent"), command.request().participants())
                .by(said.from())
                .whenAbsent(LOG, PUSH);
    }
}
