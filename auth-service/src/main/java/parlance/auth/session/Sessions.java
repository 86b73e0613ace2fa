package parlance.auth.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parlance.auth.AuthConfig;
import parlance.auth.token.AccessToken;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** Begins sessions and renews them. A session keeps its id until it ends. */
@Singleton
public class Sessions {

    private final SessionStore store;
    private final SessionEnd sessionEnd;
    private final AuthConfig config;
    private final Clock clock;

    Sessions(SessionStore store, SessionEnd sessionEnd, AuthConfig config, Clock clock) {
        this.store = store;
        this.sessionEnd = sessionEnd;
        this.config = config;
        this.clock = clock;
    }

    /** A session with the refresh token that renews it next. */
    public record Renewed(Session session, RefreshToken refreshToken) {}

    /** The device's session, or a new one, for a user who proved to be one. */
    public Session open(OrganizationId organizationId, UserId userId, DeviceId deviceId) {
        while (true) {
            var expiry = clock.instant().plus(config.refresh().lifetime());
            var existing = store.find(organizationId, userId, deviceId);
            if (existing.isEmpty()) {
                var begun = Session.begun(store.newId(), organizationId, userId, deviceId, expiry);
                if (store.add(begun)) {
                    return begun;
                }
            } else if (existing.get().ended()) {
                sessionEnd.end(userId, existing.get().id());
            } else {
                var prolonged = existing.get().prolonged(expiry);
                if (store.replace(prolonged)) {
                    return prolonged;
                }
            }
        }
    }

    /** The same, with a new refresh token. */
    public Renewed openRenewable(OrganizationId organizationId, UserId userId, DeviceId deviceId) {
        while (true) {
            var session = open(organizationId, userId, deviceId);
            var renewed = renew(session, session.expiresAt());
            if (renewed.isPresent()) {
                return renewed.get();
            }
        }
    }

    /**
     * Renews by refresh token, for another full lifetime. A token that was replaced a while ago can
     * only come from somebody who copied it, or was copied from: the session ends for both.
     */
    public Optional<Renewed> renew(RefreshToken token, DeviceId deviceId) {
        var now = clock.instant();
        var found =
                store.find(token.sessionId())
                        .filter(session -> !session.isOver(now))
                        .filter(session -> session.deviceId().equals(deviceId));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var session = found.get();
        if (!session.isRenewedBy(token, now)) {
            sessionEnd.end(session.userId(), session.id());
            return Optional.empty();
        }
        return renewLatest(session, _ -> now.plus(config.refresh().lifetime()));
    }

    /** Renews by access token; that proves too little to make the session last longer. */
    public Optional<Renewed> renew(AccessToken token, DeviceId deviceId) {
        return current(token)
                .filter(session -> session.deviceId().equals(deviceId))
                .flatMap(session -> renewLatest(session, expiry -> expiry));
    }

    /** The session of an access token, unless it is over. */
    public Optional<Session> current(AccessToken token) {
        return find(token).filter(session -> !session.isOver(clock.instant()));
    }

    /** The same, also one whose end was interrupted. */
    public Optional<Session> find(AccessToken token) {
        return store.find(token.sessionId())
                .filter(session -> session.userId().equals(token.userId()))
                .filter(session -> session.deviceId().equals(token.deviceId()));
    }

    /** Somebody else may renew at the same moment, such as another tab: then after them. */
    private Optional<Renewed> renewLatest(Session found, UnaryOperator<Instant> newExpiry) {
        var latest = Optional.of(found);
        while (latest.isPresent() && !latest.get().isOver(clock.instant())) {
            var session = latest.get();
            var renewed = renew(session, newExpiry.apply(session.expiresAt()));
            if (renewed.isPresent()) {
                return renewed;
            }
            latest = store.find(found.id());
        }
        return Optional.empty();
    }

    private Optional<Renewed> renew(Session session, Instant newExpiry) {
        var token = RefreshToken.make(session.id());
        var renewed = session.renewed(token, clock.instant(), config.refresh().grace(), newExpiry);
        return store.replace(renewed) ? Optional.of(new Renewed(renewed, token)) : Optional.empty();
    }
}
