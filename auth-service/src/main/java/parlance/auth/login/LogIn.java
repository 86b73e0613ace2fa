package parlance.auth.login;

import static parlance.contracts.ErrorCode.DEVICE_ID_MISSED;
import static parlance.contracts.ErrorCode.INCORRECT_LOGIN_OR_PASSWORD;
import static parlance.contracts.ErrorCode.TOKEN_EXPIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import parlance.auth.login.SignIn.SignedIn;
import parlance.auth.session.Session;
import parlance.auth.token.AccessTokens;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.user.User;
import parlance.internalapi.user.Credentials;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Signs a socket in, by password or by a token that is still valid. */
@Singleton
@HandlesRoute(Route.USER_LOGIN)
final class LogIn implements RequestHandler<LogIn.Request> {

    record Request(
            @JsonProperty("device_id") @Nullable DeviceId deviceId,
            @Size(min = 1, message = "USER_LOGIN_OR_PASS") @Nullable String login,
            @Nullable String password,
            @Nullable String token,
            @JsonProperty("organization_id") @Nullable OrganizationId organizationId) {}

    record Reply(@JsonProperty("user") User user) {}

    private final SignIn signIn;
    private final PasswordAttempts attempts;
    private final AccessTokens tokens;
    private final OrganizationSettings organizations;

    LogIn(
            SignIn signIn,
            PasswordAttempts attempts,
            AccessTokens tokens,
            OrganizationSettings organizations) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.tokens = tokens;
        this.organizations = organizations;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var signedIn = signIn(command.request(), command.clientAddress());
        return HandlerResult.reply(new Reply(signedIn.user()))
                .secret("token", signedIn.accessToken().token())
                .bind(callerOf(signedIn));
    }

    private SignedIn signIn(Request request, @Nullable String address) {
        var token = request.token();
        var login = request.login();
        if (token != null && login == null) {
            return withToken(token, request.deviceId());
        }
        var deviceId = request.deviceId();
        if (deviceId == null) {
            throw new Rejection(DEVICE_ID_MISSED);
        }
        if (token != null) {
            throw Rejection.invalid(
                    "\"value\" contains a conflict between optional exclusive peers [login,"
                            + " token]");
        }
        var password = request.password();
        if (login == null || password == null) {
            throw new Rejection(INCORRECT_LOGIN_OR_PASSWORD);
        }
        var organization = organizations.orDefault(request.organizationId());
        var credentials = new Credentials(organization, login, password);
        attempts.count(credentials, address);
        return signIn.onSocket(credentials, deviceId);
    }

    /** The device is the token's own; a request that names one must name that. */
    private SignedIn withToken(String token, @Nullable DeviceId named) {
        return tokens.read(token)
                .filter(read -> named == null || named.equals(read.deviceId()))
                .map(signIn::onSocket)
                .orElseThrow(() -> new Rejection(TOKEN_EXPIRED));
    }

    private static Caller callerOf(SignedIn signedIn) {
        Session session = signedIn.session();
        return new Caller(
                session.organizationId(),
                session.userId(),
                signedIn.user().login(),
                session.deviceId(),
                session.id());
    }
}
