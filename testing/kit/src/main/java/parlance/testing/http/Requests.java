package parlance.testing.http;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.LogConfig.logConfig;
import static io.restassured.config.ObjectMapperConfig.objectMapperConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.log.LogDetail;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import parlance.contracts.Json;
import parlance.testing.waiting.Waiting;

/**
 * What all HTTP requests of tests have in common: paths, headers and bodies go out as a test writes
 * them, in UTF-8, and no redirect is followed.
 */
public final class Requests {

    private static final int LIMIT = Math.toIntExact(Waiting.LIMIT.toMillis());

    static final RestAssuredConfig CONFIG =
            newConfig()
                    .redirect(redirectConfig().followRedirects(false))
                    .encoderConfig(
                            encoderConfig()
                                    .defaultContentCharset("UTF-8")
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false))
                    .logConfig(
                            logConfig()
                                    .enableLoggingOfRequestAndResponseIfValidationFails(
                                            LogDetail.BODY))
                    .decoderConfig(decoderConfig().defaultContentCharset("UTF-8"))
                    .objectMapperConfig(
                            objectMapperConfig()
                                    .jackson2ObjectMapperFactory((_, _) -> Json.mapper()))
                    .httpClient(
                            httpClientConfig()
                                    .setParam("http.connection.timeout", LIMIT)
                                    .setParam("http.socket.timeout", LIMIT));

    private Requests() {}

    /** A request to this server, without a content type until it is given one. */
    public static RequestSpecification to(URI server) {
        return toAnywhere()
                .baseUri(server.getScheme() + "://" + server.getHost())
                .port(server.getPort());
    }

    /** A request to a whole URL. */
    public static RequestSpecification toAnywhere() {
        return RestAssured.given().config(CONFIG).urlEncodingEnabled(false).noContentType();
    }
}
