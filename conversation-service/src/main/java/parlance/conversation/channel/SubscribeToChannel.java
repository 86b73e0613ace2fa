package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.conversation.ConversationConfig;
import parlance.conversation.document.Conversation;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Follows a channel, as every user of its organization may. */
@Singleton
@HandlesRoute(Route.CONVERSATION_SUBSCRIBE)
final class SubscribeToChannel implements RequestHandler<SubscribeToChannel.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final ChannelSubscribers channelSubscribers;
    private final ConversationConfig config;

    SubscribeToChannel(ChannelSubscribers channelSubscribers, ConversationConfig config) {
        this.channelSubscribers = channelSubscribers;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return channelSubscribers.change(
                command.request().cid(), command, (channel, now) -> joined(channel, command, now));
    }

    private Conversation joined(Conversation channel, Command<Request> command, Instant now) {
        var subscriber = command.caller().userId();
        if (channel.includes(subscriber)) {
            return channel;
        }
        if (channel.size() >= config.maxParticipants()) {
            throw new Rejection(ErrorCode.PARTICIPANTS_LIMIT);
        }
        return channel.with(List.of(subscriber), command.position(), now);
    }
}
