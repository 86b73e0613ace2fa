package parlance.testing.http;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Requests to the service that a {@code @QuarkusTest} runs, by who asks; what is asked with a key
 * is JSON.
 */
public final class ServiceRequests {

    private static final String ADMIN_KEY = "admin-api-key";

    private ServiceRequests() {}

    public static RequestSpecification anonymous() {
        return Requests.to(URI.create("http://127.0.0.1:" + setting("quarkus.http.test-port")));
    }

    public static RequestSpecification administrator() {
        return administrator(setting("parlance.admin.api-key"));
    }

    /** With a key that need not be the right one. */
    public static RequestSpecification administrator(String key) {
        return json().header(ADMIN_KEY, key);
    }

    public static RequestSpecification service() {
        return service(setting("parlance.service-token"));
    }

    /** With a token that need not be the right one. */
    public static RequestSpecification service(String token) {
        return json().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification json() {
        return anonymous().contentType(ContentType.JSON);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
