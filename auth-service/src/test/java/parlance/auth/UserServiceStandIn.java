package parlance.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.user.TrustedIssuer;
import parlance.internalapi.user.TrustedIssuers;
import parlance.testing.services.StandIn;
import parlance.testing.services.StandIn.Failure;

/**
 * A user-service in which everybody exists whose login does not begin with "no"; the password is
 * "secret" until another one is set, the address begins with the login. An id is the login in
 * hexadecimal.
 */
public final class UserServiceStandIn implements QuarkusTestResourceLifecycleManager {

    /** Whoever sets this one finds user-service unavailable. */
    public static final String REFUSED_PASSWORD = "unavailable";

    private static final Failure NOT_FOUND = new Failure(404);

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private StandIn services;

    public static String idOf(String login) {
        var hex = HexFormat.of().formatHex(login.getBytes(StandardCharsets.US_ASCII));
        return (hex + "0".repeat(24)).substring(0, 24);
    }

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer("/internal/users/verify", JsonNode.class, this::verify)
                        .answer(
                                "/internal/users/find-active",
                                JsonNode.class,
                                UserServiceStandIn::find)
                        .answer(
                                "/internal/users/external",
                                JsonNode.class,
                                UserServiceStandIn::findExternal)
                        .answer(
                                "/internal/issuers/find",
                                JsonNode.class,
                                UserServiceStandIn::findIssuers)
                        .answer(
                                "/internal/users/find-by-email",
                                JsonNode.class,
                                UserServiceStandIn::findByEmail)
                        .answer("/internal/users/password", JsonNode.class, this::setPassword);
        return Map.of(
                "quarkus.rest-client.user-service.url",
                services.url(),
                // Long enough for two requests, short enough to wait for its end.
                "parlance.auth.refresh.grace",
                "3s",
                // All tests come from one address.
                "parlance.auth.attempts.address.burst",
                "100000",
                "parlance.auth.otp.address.burst",
                "100000",
                "parlance.mail.mock",
                "true",
                "parlance.auth.trust.private-hosts",
                "127.0.0.1");
    }

    @Override
    public void stop() {
        services.close();
    }

    private Object verify(JsonNode question) {
        var login = question.path("login").asText();
        var password = passwords.getOrDefault(idOf(login), "secret");
        return question.path("password").asText().equals(password) ? userOrNone(login) : NOT_FOUND;
    }

    private static Object find(JsonNode question) {
        var id = question.path("ids").path(0).asText();
        var bytes = HexFormat.of().parseHex(id);
        var login = new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
        return Map.of("users", List.of(user(login)));
    }

    private static Object findByEmail(JsonNode question) {
        return userOrNone(question.path("email").asText().split("@", 2)[0]);
    }

    /** Whose subject begins with "no" is suspended. */
    private static Object findExternal(JsonNode who) {
        return userOrNone(who.path("subject").asText());
    }

    /** Organization "acme" trusts any issuer that is the URL of its own keys. */
    private static Object findIssuers(JsonNode question) {
        var issuer = question.path("issuer").asText();
        var trusted =
                new TrustedIssuer(
                        new OrganizationId("acme"), issuer, "chat", URI.create(issuer), "uid");
        return new TrustedIssuers(List.of(trusted));
    }

    private Object setPassword(JsonNode change) {
        var password = change.path("password").asText();
        if (password.equals(REFUSED_PASSWORD)) {
            return new Failure(503);
        }
        passwords.put(change.path("user_id").asText(), password);
        return Map.of();
    }

    private static Object userOrNone(String login) {
        return exists(login) ? user(login) : NOT_FOUND;
    }

    private static boolean exists(String login) {
        return !login.startsWith("no");
    }

    private static User user(String login) {
        var id = new UserId(idOf(login));
        var then = Instant.parse("2026-01-01T00:00:00Z");
        return new User(id, id, login, null, null, null, null, 0, then, then);
    }
}
