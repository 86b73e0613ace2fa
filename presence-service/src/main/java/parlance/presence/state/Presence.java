package parlance.presence.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/**
 * Whether a user is online, as watchers have been told.
 *
 * @param since when that began, by the broker's clock; an offline user was last active then
 * @param changedBy the event that made it so: the same event again is announced again
 * @param repeatsPaidUntil grows by a while with each repeated "online", see {@link #repeated}
 * @param version as it was read; 0 for a user of whom nothing is stored
 */
public record Presence(
        UserId userId,
        OrganizationId organizationId,
        boolean online,
        Instant since,
        Position changedBy,
        Instant repeatsPaidUntil,
        long version) {

    /** A user who connects for the first time. */
    public static Presence arrived(
            UserId userId, OrganizationId organizationId, Instant at, Position by) {
        return new Presence(userId, organizationId, true, at, by, at, 0);
    }

    public Presence cameOnline(Instant at, Position by) {
        return new Presence(userId, organizationId, true, at, by, repeatsPaidUntil, version);
    }

    public Presence wentOffline(Instant at, Position by) {
        return new Presence(userId, organizationId, false, at, by, repeatsPaidUntil, version);
    }

    /**
     * One more connection of a user who is online, which watchers are told of, but not too often.
     *
     * @param burst repeats that may come at once
     * @param every after this long there may be one more
     * @return empty if watchers are not to be told
     */
    public Optional<Presence> repeated(Instant at, int burst, Duration every) {
        var begin = repeatsPaidUntil.isAfter(at) ? repeatsPaidUntil : at;
        var paid = begin.plus(every);
        return paid.isAfter(at.plus(every.multipliedBy(burst)))
                ? Optional.empty()
                : Optional.of(
                        new Presence(
                                userId, organizationId, online, since, changedBy, paid, version));
    }
}
