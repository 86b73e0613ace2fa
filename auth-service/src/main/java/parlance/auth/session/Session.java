package parlance.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * A user's sign-in, from the login to the logout. A device can have several.
 *
 * @param refreshHash of the refresh token that was used last, or given out first; it stays good
 *     until one of its successors is used, as the answer that brought them may be lost
 * @param successors of the refresh tokens that were given out since then
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
        List<String> successors,
        List<Replaced> replaced,
        Instant expiresAt,
        boolean ended,
        long version) {

    /** No honest client repeats itself more often. */
    private static final int MAX_KEPT = 20;

    /** A refresh token that gave way to a newer one. */
    record Replaced(String hash, Instant goodUntil) {}

    static Session begun(
            SessionId id,
            OrganizationId organizationId,
            UserId userId,
            DeviceId deviceId,
            Instant expiresAt) {
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                null,
                List.of(),
                List.of(),
                expiresAt,
                false,
                1);
    }

    /** Its id is an ObjectId, which begins with the unix seconds of its making. */
    Instant begunAt() {
        return Instant.ofEpochSecond(Long.parseLong(id.value().substring(0, 8), 16));
    }

    boolean isOver(Instant now) {
        return ended || !now.isBefore(expiresAt);
    }

    /**
     * Whether this token renews the session: the last one used, its successor, or a late repeat.
     */
    boolean isRenewedBy(RefreshToken token, Instant now) {
        var hash = token.hash();
        return hash.equals(refreshHash)
                || successors.contains(hash)
                || replaced.stream()
                        .anyMatch(old -> old.hash().equals(hash) && now.isBefore(old.goodUntil()));
    }

    /**
     * Until {@code newExpiry}, by one more token. The first use of a successor ends what it came
     * after, and the other successors of that; a repeat of them is taken for {@code grace} more.
     *
     * @param shown the token that the client used; none if it proved itself otherwise
     */
    Session renewed(
            @Nullable RefreshToken shown,
            RefreshToken next,
            Instant now,
            Duration grace,
            Instant newExpiry) {
        var shownHash = shown == null ? null : shown.hash();
        if (shownHash == null || !successors.contains(shownHash)) {
            return refreshHash == null
                    ? with(next.hash(), List.of(), replaced, newExpiry)
                    : with(refreshHash, latest(successors, next.hash()), replaced, newExpiry);
        }
        var repeated = replaced.stream().filter(old -> now.isBefore(old.goodUntil()));
        var ended =
                Stream.concat(Stream.ofNullable(refreshHash), successors.stream())
                        .filter(hash -> !hash.equals(shownHash))
                        .map(hash -> new Replaced(hash, now.plus(grace)));
        return with(
                shownHash,
                List.of(next.hash()),
                Stream.concat(repeated, ended).limit(2L * MAX_KEPT).toList(),
                newExpiry);
    }

    private static List<String> latest(List<String> hashes, String next) {
        return Stream.concat(
                        hashes.stream().skip(Math.max(0, hashes.size() + 1L - MAX_KEPT)),
                        Stream.of(next))
                .toList();
    }

    /** The same, still to be stored, with the first refresh token. */
    Session holding(RefreshToken first) {
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                first.hash(),
                successors,
                replaced,
                expiresAt,
                ended,
                version);
    }

    private Session with(
            @Nullable String newHash,
            List<String> newSuccessors,
            List<Replaced> stillGood,
            Instant newExpiry) {
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                newHash,
                newSuccessors,
                stillGood,
                newExpiry,
                false,
                version + 1);
    }
}
