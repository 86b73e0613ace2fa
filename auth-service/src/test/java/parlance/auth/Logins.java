package parlance.auth;

import static parlance.testing.http.ServiceRequests.anonymous;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import parlance.contracts.Json;
import parlance.testing.http.SessionTokens;

/** What clients send to sign in. */
public final class Logins {

    private Logins() {}

    /** A request with this text for JSON, which it need not be. */
    public static RequestSpecification json(String body) {
        return anonymous().contentType(ContentType.JSON).body(body);
    }

    public static Response logIn(String login, String password, String device) {
        var body = Map.of("device_id", device, "login", login, "password", password);
        return json(Json.write(body)).post("/login");
    }

    /** The tokens of a device that has signed in. */
    public static SessionTokens signIn(String login, String device) {
        return SessionTokens.in(logIn(login, "secret", device));
    }
}
