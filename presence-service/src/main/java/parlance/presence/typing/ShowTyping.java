package parlance.presence.typing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.LightDelivery;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.directory.Conversation;
import parlance.presence.PresenceConfig;

/** Shows the other participants that somebody types; whoever types hears nothing of it. */
@Singleton
@Answers(Route.TYPING)
final class ShowTyping implements RequestHandler<ShowTyping.Request> {

    /** Clients show it for this long: what comes later would show what is over. */
    private static final Duration SHOWN = Duration.ofSeconds(6);

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("status") @Size(max = 255) @Nullable String status) {}

    private final Conversations conversations;
    private final Blocks blocks;
    private final TypingAllowance allowance;
    private final PresenceConfig config;
    private final Clock clock;

    ShowTyping(
            Conversations conversations,
            Blocks blocks,
            TypingAllowance allowance,
            PresenceConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.allowance = allowance;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var typist = command.caller().userId();
        var conversation = conversationFor(command);
        var others = others(conversation, typist);
        if (conversation.isPrivate() && areApart(typist, others)) {
            throw new Rejection(ErrorCode.USER_BLOCKED);
        }
        if (isOver(command) || !allowance.includes(typist)) {
            return Outcome.silent();
        }
        return Outcome.silent().deliver(LightDelivery.of(packetOf(command, conversation), others));
    }

    private Conversation conversationFor(Command<Request> command) {
        var caller = command.caller();
        var conversation =
                conversations
                        .find(new ConversationId(command.request().cid()), caller.organizationId())
                        .orElseThrow(() -> new Rejection(ErrorCode.CONVERSATION_NOT_FOUND));
        var isClosedChannel = conversation.type().equals("c") && !config.openChannels();
        if (isClosedChannel || !conversation.includes(caller.userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return conversation;
    }

    private static List<UserId> others(Conversation conversation, UserId typist) {
        return conversation.participantIds().stream().filter(id -> !id.equals(typist)).toList();
    }

    /** Whether one of the two blocks the other. */
    private boolean areApart(UserId typist, List<UserId> others) {
        return others.stream().anyMatch(other -> blocks.areBetween(typist, other));
    }

    private boolean isOver(Command<Request> command) {
        return command.acceptedAt().plus(SHOWN).isBefore(clock.instant());
    }

    private static TypingPacket packetOf(Command<Request> command, Conversation conversation) {
        return new TypingPacket(
                new TypingPacket.Body(
                        conversation.id(),
                        command.caller().userId(),
                        conversation.type(),
                        command.acceptedAt().getEpochSecond(),
                        command.request().status()));
    }
}
