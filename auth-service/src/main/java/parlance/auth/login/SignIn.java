package parlance.auth.login;

import static parlance.contracts.ErrorCode.INCORRECT_LOGIN_OR_PASSWORD;
import static parlance.contracts.ErrorCode.TOKEN_EXPIRED;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.auth.account.Accounts;
import parlance.auth.federation.ExternalSignIn;
import parlance.auth.session.RefreshToken;
import parlance.auth.session.Session;
import parlance.auth.session.Sessions;
import parlance.auth.token.AccessToken;
import parlance.auth.token.AccessTokens;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;
import parlance.internalapi.user.Credentials;
import parlance.kit.Rejection;

/** The ways to sign in, each ending with an access token. */
@Singleton
class SignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final ExternalSignIn products;

    SignIn(Accounts accounts, Sessions sessions, AccessTokens tokens, ExternalSignIn products) {
        this.products = products;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Who signed in, on what, with the token that proves it from now on. */
    record SignedIn(User user, Session session, AccessTokens.Issued accessToken) {}

    /** The same, and what renews it. */
    record Renewable(SignedIn signedIn, RefreshToken refreshToken) {}

    /** For a socket, which has no cookie: the device's refresh token stays what it is. */
    SignedIn onSocket(Credentials credentials, DeviceId deviceId) {
        var user = verified(credentials);
        return signedIn(user, sessions.open(credentials.organizationId(), user.id(), deviceId));
    }

    /** For a socket: a fresh token for a valid one. */
    SignedIn onSocket(AccessToken token) {
        var session = sessions.current(token).orElseThrow(() -> new Rejection(TOKEN_EXPIRED));
        return signedIn(owner(session), session);
    }

    Renewable withPassword(Credentials credentials, DeviceId deviceId) {
        return renewable(credentials.organizationId(), verified(credentials), deviceId);
    }

    Optional<Renewable> withAccessToken(String token, DeviceId deviceId) {
        return tokens.read(token)
                .flatMap(read -> sessions.renew(read, deviceId))
                .map(this::renewable);
    }

    /** By a token of an issuer that the organization trusts. */
    Optional<Renewable> withProductToken(
            String token, DeviceId deviceId, @Nullable String address) {
        return products.read(token, address)
                .map(proven -> renewable(proven.organizationId(), proven.user(), deviceId));
    }

    /** The same for a socket, which then is this caller's. */
    Optional<Caller> onSocket(String token, DeviceId deviceId, @Nullable String address) {
        return products.read(token, address)
                .map(proven -> callerOf(proven.organizationId(), proven.user(), deviceId));
    }

    Optional<Renewable> withRefreshToken(RefreshToken token, DeviceId deviceId) {
        return sessions.renew(token, deviceId).map(this::renewable);
    }

    private Renewable renewable(OrganizationId organizationId, User user, DeviceId deviceId) {
        var renewed = sessions.openRenewable(organizationId, user.id(), deviceId);
        return new Renewable(signedIn(user, renewed.session()), renewed.refreshToken());
    }

    private Renewable renewable(Sessions.Renewed renewed) {
        var session = renewed.session();
        return new Renewable(signedIn(owner(session), session), renewed.refreshToken());
    }

    private Caller callerOf(OrganizationId organizationId, User user, DeviceId deviceId) {
        var session = sessions.open(organizationId, user.id(), deviceId);
        return new Caller(organizationId, user.id(), user.login(), deviceId, session.id());
    }

    private SignedIn signedIn(User user, Session session) {
        var issued = tokens.issue(session.organizationId(), user, session.deviceId(), session.id());
        return new SignedIn(user, session, issued);
    }

    private User verified(Credentials credentials) {
        return accounts.verify(credentials)
                .orElseThrow(() -> new Rejection(INCORRECT_LOGIN_OR_PASSWORD));
    }

    /** A deleted or suspended user's tokens are worth nothing. */
    private User owner(Session session) {
        return accounts.findActive(session.organizationId(), session.userId())
                .orElseThrow(() -> new Rejection(TOKEN_EXPIRED));
    }
}
