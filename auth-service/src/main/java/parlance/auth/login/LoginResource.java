package parlance.auth.login;

import static parlance.contracts.ErrorCode.DEVICE_ID_MISSED;
import static parlance.contracts.ErrorCode.MISSING_AUTH_CREDENTIALS;
import static parlance.contracts.ErrorCode.TOKEN_EXPIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.auth.login.SignIn.Renewable;
import parlance.auth.session.RefreshToken;
import parlance.contracts.DeviceId;
import parlance.contracts.user.User;
import parlance.internalapi.user.Credentials;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.http.ClientAddress;

/**
 * {@code POST /login}: by password, else by access token (ours, or of an issuer that is trusted),
 * else by refresh cookie.
 */
@Path("/login")
@RunOnVirtualThread
public class LoginResource {

    record Answer(
            @JsonProperty("user") User user,
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expired_at") long expiresAtMillis) {}

    private final SignIn signIn;
    private final PasswordAttempts attempts;
    private final RefreshCookie cookies;
    private final OrganizationSettings organizations;
    private final ClientAddress addresses;
    private final Clock clock;

    LoginResource(
            SignIn signIn,
            PasswordAttempts attempts,
            RefreshCookie cookies,
            OrganizationSettings organizations,
            ClientAddress addresses,
            Clock clock) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.cookies = cookies;
        this.organizations = organizations;
        this.addresses = addresses;
        this.clock = clock;
    }

    @POST
    public Response login(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam(RefreshCookie.NAME) @Nullable String cookie,
            @Context HttpServerRequest client,
            byte[] body) {
        var request = LoginBody.read(contentType, body);
        var deviceId = request.deviceId().orElseThrow(() -> new Rejection(DEVICE_ID_MISSED));
        var address = addresses.of(client);
        var credentials = credentialsIn(request);
        credentials.ifPresent(c -> attempts.count(c, address));
        return answer(
                credentials.isPresent()
                        ? signIn.withPassword(credentials.get(), deviceId)
                        : withToken(
                                Bearer.tokenIn(authorization),
                                cookies.read(cookie),
                                deviceId,
                                address));
    }

    private Optional<Credentials> credentialsIn(LoginBody body) {
        var organization = organizations.orDefault(body.organizationId().orElse(null));
        return body.login()
                .flatMap(login ->
                        body.password()
                                .map(password -> new Credentials(organization, login, password)));
    }

    /** A stale access token does not spoil a good cookie. */
    private Renewable withToken(
            Optional<String> bearer,
            Optional<RefreshToken> refreshToken,
            DeviceId deviceId,
            String address) {
        if (bearer.isEmpty() && refreshToken.isEmpty()) {
            throw new Rejection(MISSING_AUTH_CREDENTIALS);
        }
        return bearer.flatMap(token -> signIn.withAccessToken(token, deviceId))
                .or(() ->
                        bearer.flatMap(token -> signIn.withProductToken(token, deviceId, address)))
                .or(() -> refreshToken.flatMap(token -> signIn.withRefreshToken(token, deviceId)))
                .orElseThrow(() -> new Rejection(TOKEN_EXPIRED));
    }

    private Response answer(Renewable renewable) {
        var signedIn = renewable.signedIn();
        var token = signedIn.accessToken();
        var lifetime = Duration.between(clock.instant(), signedIn.session().expiresAt());
        // A second begun is a second.
        var cookie = cookies.bringing(renewable.refreshToken(), lifetime.plusMillis(999));
        return Response.ok(
                        new Answer(
                                signedIn.user(), token.token(), token.expiresAt().toEpochMilli()))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }
}
