package parlance.message.sending;

import static parlance.contracts.OfflinePolicy.LOG;
import static parlance.contracts.OfflinePolicy.PUSH;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.MessageId;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.RejoinConversation;
import parlance.kit.BatchHandler;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.MessageConfig;
import parlance.message.document.MessagePacket;
import parlance.message.document.MessageStore;
import parlance.message.document.MessageStore.StoredMeanwhile;
import parlance.message.sending.SendDecision.Refused;
import parlance.message.sending.SendDecision.Resent;
import parlance.message.sending.SendDecision.Sent;
import parlance.message.tail.ConversationTailStore;

/**
 * Stores messages and delivers them to all participants (docs/flows/send-message.md). A participant
 * who does not know of the conversation yet is told by conversation-service, which is asked for it.
 */
@Singleton
@HandlesRoute(Route.SEND_MESSAGE)
final class SendMessage implements BatchHandler<SendMessage.Request> {

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

    private final SendContextLoader sendContextLoader;
    private final MessageStore messages;
    private final ConversationTailStore heads;
    private final MessageConfig config;
    private final OptimisticRetry retry;

    SendMessage(
            SendContextLoader sendContextLoader,
            MessageStore messages,
            ConversationTailStore heads,
            MessageConfig config,
            OptimisticRetry retry) {
        this.sendContextLoader = sendContextLoader;
        this.messages = messages;
        this.heads = heads;
        this.config = config;
        this.retry = retry;
    }

    @Override
    public List<HandlerResult> handle(List<Command<Request>> commands) {
        return retry.run("messages", () -> handleUnlessOvertaken(commands));
    }

    /** Only another replica overtakes a batch, and it stops soon. */
    private Optional<List<HandlerResult>> handleUnlessOvertaken(List<Command<Request>> commands) {
        try {
            return Optional.of(handleOnce(commands));
        } catch (StoredMeanwhile another) {
            sendContextLoader.repairHeads(commands);
            return Optional.empty();
        }
    }

    private List<HandlerResult> handleOnce(List<Command<Request>> commands) {
        var context = sendContextLoader.load(commands);
        var batch = new SendingBatch(context, config);
        var sendDecisions = commands.stream().map(batch::decide).toList();
        messages.releaseClientKeys(batch.outdated());
        messages.addAll(batch.made());
        heads.advance(batch.moved());
        var results = new ArrayList<HandlerResult>();
        var rejoined = new HashSet<ConversationId>();
        for (int i = 0; i < commands.size(); i++) {
            results.add(resultOf(commands.get(i), sendDecisions.get(i), rejoined));
        }
        return results;
    }

    private static HandlerResult resultOf(
            Command<Request> command, SendDecision sendDecision, Set<ConversationId> rejoined) {
        var clientId = command.request().clientId();
        return switch (sendDecision) {
            case Refused(var errorBody) -> HandlerResult.rejected(errorBody);
            case Resent(var message) -> HandlerResult.packet(Ack.of(clientId, message));
            case Sent sent ->
                    deliver(sent, command, rejoined)
                            .publish(sent.message().sentEvent(command.caller().organizationId()));
        };
    }

    /**
     * @param rejoined the conversations that the batch has asked conversation-service for: once is
     *     enough for all messages that wait
     */
    private static HandlerResult deliver(
            Sent sent, Command<Request> command, Set<ConversationId> rejoined) {
        var acked = HandlerResult.packet(Ack.of(command.request().clientId(), sent.message()));
        var conversation = sent.conversation();
        var message = sent.message();
        if (conversation == null || message.deleted()) {
            return acked;
        }
        var published = sent.conversationTail().published();
        var told = conversation.recipients(published);
        // On a replay the awaited participant may have been told meanwhile, and have the message.
        var recipients = told.stream().filter(one -> !one.equals(message.awaits())).toList();
        var delivered =
                acked.deliver(
                        Delivery.of(MessagePacket.live(message, null), recipients)
                                .except(command.connection())
                                .by(message.from())
                                .whenOffline(LOG, PUSH));
        var allTold = message.awaits() == null && told.size() == conversation.participants().size();
        return allTold || !rejoined.add(conversation.id())
                ? delivered
                : delivered.forward(
                        Route.CONVERSATION_REJOIN,
                        conversation.id().value(),
                        new RejoinConversation(conversation.id(), published));
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
