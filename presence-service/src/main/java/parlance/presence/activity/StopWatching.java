package parlance.presence.activity;

import jakarta.inject.Singleton;
import java.util.Map;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** The caller watches nobody any more. */
@Singleton
@Answers(Route.USER_LAST_ACTIVITY_UNSUBSCRIBE)
final class StopWatching implements RequestHandler<StopWatching.Request> {

    record Request() {}

    private final WatchStore watches;

    StopWatching(WatchStore watches) {
        this.watches = watches;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        watches.end(Map.of(command.caller().userId(), command.acceptedAt()));
        return Outcome.success();
    }
}
