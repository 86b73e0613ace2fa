package parlance.message.oplog;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.message.Missed;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Tells a connection that brings its user back what the user is to be told first. */
@Singleton
@Answers(Route.CLAIM_MISSED)
final class ClaimMissed implements RequestHandler<ClaimMissed.Request> {

    private static final int AT_ONCE = 500;

    record Request() {}

    private final MissedStore missed;
    private final Superseded superseded;

    ClaimMissed(MissedStore missed, Superseded superseded) {
        this.missed = missed;
        this.superseded = superseded;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var user = command.caller().userId();
        var claimed = missed.claim(user, command.position(), AT_ONCE);
        var packets =
                superseded.without(user, claimed).stream()
                        .map(one -> new Missed.Packet(one.position().toString(), one.packet()))
                        .toList();
        return Outcome.reply(new Missed(packets, claimed.size() == AT_ONCE));
    }
}
