package parlance.auth.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.auth.AuthConfig;
import parlance.auth.token.AccessToken;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.retry.OptimisticRetry;

/** Begins sessions and renews them. A session keeps its id until it ends. */
@Singleton
public class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    /** As the metric of write conflicts names them. */
    private static final String SESSIONS = "sessions";

    private final SessionStore store;
    private final SessionRevoker sessionRevoker;
    private final OptimisticRetry retry;
    private final AuthConfig config;
    private final Clock clock;

    Sessions(
            SessionStore store,
            SessionRevoker sessionRevoker,
            OptimisticRetry retry,
            AuthConfig config,
            Clock clock) {
        this.store = store;
        this.sessionRevoker = sessionRevoker;
        this.retry = retry;
        this.config = config;
        this.clock = clock;
    }

    /** A session with the refresh token that renews it next. */
    public record Renewed(Session session, RefreshToken refreshToken) {}

    /** A new session for a user who proved to be one; the longest unused end if there are many. */
    public Session open(OrganizationId organizationId, UserId userId, DeviceId deviceId) {
        var expiry = clock.instant().plus(config.refresh().lifetime());
        return begin(Session.begun(store.newId(), organizationId, userId, deviceId, expiry));
    }

    /** The same, with a refresh token. */
    public Renewed openRenewable(OrganizationId organizationId, UserId userId, DeviceId deviceId) {
        var expiry = clock.instant().plus(config.refresh().lifetime());
        var id = store.newId();
        var token = RefreshToken.make(id);
        var begun = Session.begun(id, organizationId, userId, deviceId, expiry).holding(token);
        return new Renewed(begin(begun), token);
    }

    private Session begin(Session begun) {
        // Read first: a database that was restarted is noticed by what the driver may repeat.
        var all = new ArrayList<>(store.find(begun.organizationId(), begun.userId()));
        store.add(begun);
        var ofDevice =
                all.stream().filter(other -> other.deviceId().equals(begun.deviceId())).toList();
        var tooMany = new LinkedHashSet<>(beyond(config.sessions().perDevice(), ofDevice));
        all.removeAll(tooMany);
        tooMany.addAll(beyond(config.sessions().perUser(), all));
        sessionRevoker.end(begun.userId(), tooMany.stream().map(Session::id).toList());
        return begun;
    }

    /** Those of which there is no room beside a new one; the longest unused come first. */
    private static List<Session> beyond(int most, List<Session> others) {
        return others.subList(0, Math.max(0, others.size() + 1 - most));
    }

    /** Renews by refresh token, for another full lifetime. */
    public Optional<Renewed> renew(RefreshToken token, DeviceId deviceId) {
        var expiry = clock.instant().plus(config.refresh().lifetime());
        return find(token)
                .filter(session -> session.deviceId().equals(deviceId))
                .flatMap(session -> renewLatest(session.id(), token, _ -> expiry));
    }

    /** Renews by access token; that proves too little to make the session last longer. */
    public Optional<Renewed> renew(AccessToken token, DeviceId deviceId) {
        return current(token)
                .filter(session -> session.deviceId().equals(deviceId))
                .flatMap(session -> renewLatest(session.id(), null, expiry -> expiry));
    }

    /**
     * The session that a refresh token renews. A token whose successor has been used was copied, or
     * its holder has a copy: the session ends for both.
     */
    public Optional<Session> find(RefreshToken token) {
        return findOpen(token.sessionId()).filter(session -> isRenewedBy(token, session));
    }

    private boolean isRenewedBy(RefreshToken token, Session session) {
        if (session.isRenewedBy(token, clock.instant())) {
            return true;
        }
        LOG.warnf("refresh_token_reused user=%s session=%s", session.userId(), session.id());
        sessionRevoker.end(session.userId(), session.id());
        return false;
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

    private Optional<Session> findOpen(SessionId id) {
        return store.find(id).filter(session -> !session.isOver(clock.instant()));
    }

    /** Another tab may renew at the same moment; then this renewal comes after that one. */
    private Optional<Renewed> renewLatest(
            SessionId id, @Nullable RefreshToken shown, UnaryOperator<Instant> newExpiry) {
        return retry.run(SESSIONS, () -> tryToRenew(id, shown, newExpiry));
    }

    /** The inner one is empty if the session is over, the outer one if it has just been changed. */
    private Optional<Optional<Renewed>> tryToRenew(
            SessionId id, @Nullable RefreshToken shown, UnaryOperator<Instant> newExpiry) {
        var latest = findOpen(id).filter(session -> shown == null || isRenewedBy(shown, session));
        if (latest.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        var session = latest.get();
        var next = RefreshToken.make(id);
        var renewed =
                session.renewed(
                        shown,
                        next,
                        clock.instant(),
                        config.refresh().grace(),
                        newExpiry.apply(session.expiresAt()));
        return store.replace(renewed)
                ? Optional.of(Optional.of(new Renewed(renewed, next)))
                : Optional.empty();
    }
}
