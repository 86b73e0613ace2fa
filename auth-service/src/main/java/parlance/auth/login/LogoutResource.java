package parlance.auth.login;

import static parlance.contracts.ErrorCode.MISSING_AUTH_CREDENTIALS;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import parlance.auth.session.Session;
import parlance.auth.session.SessionRevoker;
import parlance.auth.session.Sessions;
import parlance.auth.token.AccessTokens;
import parlance.contracts.Route;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;

/**
 * {@code POST /logout}: ends the session of the access token or, if that is missing or over, of the
 * refresh cookie.
 */
@Path("/logout")
@RunOnVirtualThread
public class LogoutResource {

    record Answer(@JsonProperty("success") boolean success) {}

    private final AccessTokens tokens;
    private final RefreshCookie cookies;
    private final Sessions sessions;
    private final SessionRevoker sessionRevoker;
    private final Events events;

    LogoutResource(
            AccessTokens tokens,
            RefreshCookie cookies,
            Sessions sessions,
            SessionRevoker sessionRevoker,
            Events events) {
        this.events = events;
        this.tokens = tokens;
        this.cookies = cookies;
        this.sessions = sessions;
        this.sessionRevoker = sessionRevoker;
    }

    @POST
    public Response logout(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam(RefreshCookie.NAME) @Nullable String cookie) {
        var session =
                Bearer.tokenIn(authorization)
                        .flatMap(tokens::read)
                        .flatMap(sessions::find)
                        .or(() -> cookies.read(cookie).flatMap(sessions::find))
                        .orElseThrow(() -> new Rejection(MISSING_AUTH_CREDENTIALS));
        // While there is a session to end, the client can repeat what was interrupted.
        events.command(Route.FORGET_DEVICE, session.userId().value(), gone(session));
        sessionRevoker.end(session.userId(), session.id());
        return Response.ok(new Answer(true))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.SET_COOKIE, cookies.removing())
                .build();
    }

    private static ForgetDevice gone(Session session) {
        return new ForgetDevice(
                session.organizationId(), session.userId(), session.deviceId(), session.id());
    }
}
