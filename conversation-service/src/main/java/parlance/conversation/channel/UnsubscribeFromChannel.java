package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Follows a channel no longer. */
@Singleton
@HandlesRoute(Route.CONVERSATION_UNSUBSCRIBE)
final class UnsubscribeFromChannel implements RequestHandler<UnsubscribeFromChannel.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final ChannelSubscribers channelSubscribers;

    UnsubscribeFromChannel(ChannelSubscribers channelSubscribers) {
        this.channelSubscribers = channelSubscribers;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var subscriber = command.caller().userId();
        return channelSubscribers.change(
                command.request().cid(),
                command,
                (channel, now) ->
                        channel.includes(subscriber)
                                ? channel.without(subscriber, command.position(), now)
                                : channel);
    }
}
