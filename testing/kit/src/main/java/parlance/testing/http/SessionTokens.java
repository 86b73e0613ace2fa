package parlance.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;

/**
 * What a login gives, as a client shows it later.
 *
 * @param cookie {@code refresh_token=…} without its attributes
 */
public record SessionTokens(String accessToken, String cookie) {

    /** Those in the answer to a login, which must have succeeded. */
    public static SessionTokens in(Response login) {
        login.then().statusCode(200);
        return new SessionTokens(
                login.as(JsonNode.class).path("access_token").asText(),
                login.header("Set-Cookie").split(";", 2)[0]);
    }
}
