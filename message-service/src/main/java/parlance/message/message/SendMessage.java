package parlance.message.message;

import static parlance.contracts.Absent.LOG;
import static parlance.contracts.Absent.PUSH;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.MessageId;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.message.MessageConfig;
import parlance.message.head.HeadStore;
import parlance.message.message.MessageStore.StoredMeanwhile;
import parlance.message.message.Verdict.Refused;
import parlance.message.message.Verdict.Resent;
import parlance.message.message.Verdict.Sent;

/** Stores messages and brings them to everybody who takes part (docs/flows/send-message.md). */
@Singleton
@Answers(Route.SEND_MESSAGE)
final class SendMessage implements BatchHandler<SendMessage.Request> {

    /** Only another replica makes a second one necessary, and it stops soon. */
    private static final int ATTEMPTS = 10;

    record Request(
            @JsonProperty("id") @Size(min = 1, message = "INCORRECT_MESSAGE_ID")
                    @Nullable String clientId,
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("body")
                    @Size(max = 65_536, message = "MESSAGE_BODY_AND_ATTACHMENTS_EMPTY")
                    @Nullable String body,
            @JsonProperty("attachments")
                    @Size(min = 1, max = 100, message = "MESSAGE_BODY_AND_ATTACHMENTS_EMPTY")
                    @Nullable List<ObjectNode> attachments,
            @JsonProperty("x") @Nullable ObjectNode x,
            @JsonProperty("replied_message_id") @Size(min = 1) @Nullable String repliedId,
            @JsonProperty("forwarded_message_id") @Size(min = 1) @Nullable String forwardedId,
            @JsonProperty("encrypted_message_type") @Nullable Integer encryptedType) {

        ConversationId conversationId() {
            return new ConversationId(cid);
        }

        @Nullable MessageId repliedMessageId() {
            return repliedId == null ? null : new MessageId(repliedId);
        }
    }

    private final LookUps lookUps;
    private final MessageStore messages;
    private final HeadStore heads;
    private final MessageConfig config;

    SendMessage(LookUps lookUps, MessageStore messages, HeadStore heads, MessageConfig config) {
        this.lookUps = lookUps;
        this.messages = messages;
        this.heads = heads;
        this.config = config;
    }

    @Override
    public List<Outcome> handle(List<Command<Request>> commands) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return handleOnce(commands);
            } catch (StoredMeanwhile another) {
                lookUps.repairHeads(commands);
            }
        }
        return handleOnce(commands);
    }

    private List<Outcome> handleOnce(List<Command<Request>> commands) {
        var batch = new SendingBatch(lookUps.situationOf(commands), config);
        var verdicts = commands.stream().map(batch::decide).toList();
        messages.releaseClientKeys(batch.outdated());
        messages.addAll(batch.made());
        heads.advance(batch.moved());
        batch.restoring().forEach(this::publish);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < commands.size(); i++) {
            outcomes.add(outcomeOf(commands.get(i), verdicts.get(i)));
        }
        return outcomes;
    }

    /** From here on who is back is a recipient. */
    private void publish(Message restoring) {
        var restoration = restoring.restoration();
        if (restoration != null) {
            heads.publish(restoring.conversationId(), restoration.version());
        }
    }

    private static Outcome outcomeOf(Command<Request> command, Verdict verdict) {
        var clientId = command.request().clientId();
        return switch (verdict) {
            case Refused(var failure) -> Outcome.rejected(failure);
            case Resent(var message) -> Outcome.packet(Ack.of(clientId, message));
            case Sent sent ->
                    deliver(sent, command, Outcome.packet(Ack.of(clientId, sent.message())));
        };
    }

    private static Outcome deliver(Sent sent, Command<Request> command, Outcome acked) {
        var conversation = sent.conversation();
        if (conversation == null || sent.message().deleted()) {
            return acked;
        }
        return welcome(sent.message(), acked)
                .deliver(
                        Delivery.of(
                                        MessagePacket.live(sent.message(), null),
                                        conversation.recipients(sent.head().published()))
                                .except(command.connection())
                                .by(sent.message().from())
                                .whenAbsent(LOG, PUSH));
    }

    /** Who is back hears of the conversation before the message. */
    private static Outcome welcome(Message message, Outcome acked) {
        var restoration = message.restoration();
        return restoration == null
                ? acked
                : acked.deliver(
                        Delivery.of(restoration.packet(), restoration.people())
                                .by(message.from())
                                .whenAbsent(LOG));
    }

    static String clientKeyOf(Command<Request> command) {
        return ClientKey.of(
                command.request().conversationId(),
                command.caller().userId(),
                command.request().clientId(),
                command.mintedId());
    }

    static @Nullable RawJson rawOf(@Nullable ObjectNode json) {
        return json == null ? null : new RawJson(json.toString());
    }
}
