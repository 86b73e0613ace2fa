package parlance.message.oplog;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.message.MissedChanges;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Tells a connection that brings its user back what the user is to be told first. */
@Singleton
@HandlesRoute(Route.CLAIM_MISSED)
final class ClaimMissedChanges implements RequestHandler<ClaimMissedChanges.Request> {

    private static final int AT_ONCE = 500;

    record Request() {}

    private final MissedChangesStore missed;
    private final SupersededEdits supersededEdits;

    ClaimMissedChanges(MissedChangesStore missed, SupersededEdits supersededEdits) {
        this.missed = missed;
        this.supersededEdits = supersededEdits;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var user = command.caller().userId();
        var claimed = missed.claim(user, command.position(), AT_ONCE);
        var packets =
                supersededEdits.without(user, claimed).stream()
                        .map(one ->
                                new MissedChanges.Packet(one.position().toString(), one.packet()))
                        .toList();
        return HandlerResult.reply(new MissedChanges(packets, claimed.size() == AT_ONCE));
    }
}
