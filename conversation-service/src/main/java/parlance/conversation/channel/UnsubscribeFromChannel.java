package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Follows a channel no longer. */
@Singleton
@Answers(Route.CONVERSATION_UNSUBSCRIBE)
final class UnsubscribeFromChannel implements RequestHandler<UnsubscribeFromChannel.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final Followers followers;

    UnsubscribeFromChannel(Followers followers) {
        this.followers = followers;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var subscriber = command.caller().userId();
        return followers.change(
                command.request().cid(),
                command,
                (channel, now) ->
                        channel.includes(subscriber)
                                ? channel.without(subscriber, command.position(), now)
                                : channel);
    }
}
