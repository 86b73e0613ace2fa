package parlance.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * A user's sign-in on one device, from the first login to the logout.
 *
 * @param refreshHash of the refresh token that renews it; none before the first one is given out
 * @param replaced earlier refresh tokens that clients may still repeat for a while
 * @param expiresAt after this the password is asked for again
 * @param ended decided to be over; what remains of it is being cleared away
 * @param version grows with each change
 */
public record Session(
        SessionId id,
        OrganizationId organizationId,
        UserId userId,
        DeviceId deviceId,
        @Nullable String refreshHash,
        List<Replaced> replaced,
        Instant expiresAt,
        boolean ended,
        long version) {

    /** No honest client repeats itself more often within the grace. */
    private static final int MAX_REPLACED = 20;

    /** A refresh token that gave way to a newer one. */
    record Replaced(String hash, Instant goodUntil) {}

    static Session begun(
            SessionId id,
            OrganizationId organizationId,
            UserId userId,
            DeviceId deviceId,
            Instant expiresAt) {
        return new Session(
                id, organizationId, userId, deviceId, null, List.of(), expiresAt, false, 1);
    }

    /** Its id is an ObjectId, which begins with the unix seconds of its making. */
    Instant begunAt() {
        return Instant.ofEpochSecond(Long.parseLong(id.value().substring(0, 8), 16));
    }

    /** Whether this is one of its refresh tokens, be it an old one. */
    public boolean hasGivenOut(RefreshToken signedToken) {
        return signedToken.sessionId().equals(id);
    }

    boolean isOver(Instant now) {
        return ended || !now.isBefore(expiresAt);
    }

    /** Whether this token renews the session: the last one given out, or one just replaced. */
    boolean isRenewedBy(RefreshToken token, Instant now) {
        var hash = token.hash();
        return hash.equals(refreshHash)
                || replaced.stream()
                        .anyMatch(old -> old.hash().equals(hash) && now.isBefore(old.goodUntil()));
    }

    /**
     * Until {@code newExpiry}, by another token; the present one is good for {@code grace} more.
     */
    Session renewed(RefreshToken next, Instant now, Duration grace, Instant newExpiry) {
        var stillGood = new ArrayDeque<Replaced>();
        replaced.stream().filter(old -> now.isBefore(old.goodUntil())).forEach(stillGood::add);
        if (refreshHash != null) {
            stillGood.add(new Replaced(refreshHash, now.plus(grace)));
        }
        while (stillGood.size() > MAX_REPLACED) {
            stillGood.removeFirst();
        }
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                next.hash(),
                List.copyOf(stillGood),
                newExpiry,
                false,
                version + 1);
    }

    /** The same until {@code newExpiry}. */
    Session prolonged(Instant newExpiry) {
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                refreshHash,
                replaced,
                newExpiry,
                false,
                version + 1);
    }
}
