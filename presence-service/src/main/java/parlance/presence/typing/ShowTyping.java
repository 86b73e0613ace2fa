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
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.ConversationLookup;
import parlance.internalapi.user.BlockLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.directory.DirectoryConversation;
import parlance.presence.PresenceConfig;

/**
 * Tells the other participants of a conversation that the caller types. The caller gets no reply.
 */
@Singleton
@HandlesRoute(Route.TYPING)
final class ShowTyping implements RequestHandler<ShowTyping.Request> {

    /** Clients show a typing notice for this long; an older command is dropped. */
    private static final Duration SHOWN = Duration.ofSeconds(6);

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("status") @Size(max = 255) @Nullable String status) {}

    private final ConversationLookup conversations;
    private final BlockLookup blockLookup;
    private final TypingRateLimit allowance;
    private final PresenceConfig config;
    private final Clock clock;

    ShowTyping(
            ConversationLookup conversations,
            BlockLookup blockLookup,
            TypingRateLimit allowance,
            PresenceConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.blockLookup = blockLookup;
        this.allowance = allowance;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var typist = command.caller().userId();
        var directoryConversation = conversationFor(command);
        var others = others(directoryConversation, typist);
        if (directoryConversation.isDirect() && areApart(typist, others)) {
            throw new Rejection(ErrorCode.USER_BLOCKED);
        }
        if (isOver(command) || !allowance.includes(typist)) {
            return HandlerResult.noReply();
        }
        return HandlerResult.noReply()
                .deliver(EphemeralDelivery.of(packetOf(command, directoryConversation), others));
    }

    private DirectoryConversation conversationFor(Command<Request> command) {
        var caller = command.caller();
        var directoryConversation =
                conversations
                        .find(new ConversationId(command.request().cid()))
                        .filter(one -> one.organizationId().equals(caller.organizationId()))
                        .orElseThrow(() -> new Rejection(ErrorCode.CONVERSATION_NOT_FOUND));
        var isClosedChannel = directoryConversation.type().equals("c") && !config.openChannels();
        if (isClosedChannel || !directoryConversation.includes(caller.userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return directoryConversation;
    }

    private static List<UserId> others(DirectoryConversation directoryConversation, UserId typist) {
        return directoryConversation.participantIds().stream()
                .filter(id -> !id.equals(typist))
                .toList();
    }

    /** Whether one of the two blocks the other. */
    private boolean areApart(UserId typist, List<UserId> others) {
        return others.stream().anyMatch(other -> blockLookup.isBlocked(typist, other));
    }

    private boolean isOver(Command<Request> command) {
        return command.acceptedAt().plus(SHOWN).isBefore(clock.instant());
    }

    private static TypingPacket packetOf(
            Command<Request> command, DirectoryConversation directoryConversation) {
        return new TypingPacket(
                new TypingPacket.Body(
                        directoryConversation.id(),
                        command.caller().userId(),
                        directoryConversation.type(),
                        command.acceptedAt().getEpochSecond(),
                        command.request().status()));
    }
}
