package parlance.user;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.contracts.Json;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;

/** The HTTP routes of this service, for those who have the key. */
public final class ServiceDoor {

    private final HttpDoor http;
    private final Map<String, String> key;

    private ServiceDoor(URI base, Map<String, String> key) {
        this.http = new HttpDoor(URI.create(base.toString().replaceFirst("/$", "")));
        this.key = key;
    }

    public static ServiceDoor ofAdministrators(URI base) {
        return new ServiceDoor(base, Map.of("admin-api-key", setting("parlance.admin.api-key")));
    }

    public static ServiceDoor ofServices(URI base) {
        var token = "Bearer " + setting("parlance.service-token");
        return new ServiceDoor(base, Map.of("Authorization", token));
    }

    public static ServiceDoor ofStrangers(URI base) {
        return new ServiceDoor(base, Map.of("admin-api-key", "a guess"));
    }

    public Answer post(String path, Object body) {
        return http.postJson(path, Json.write(body), key);
    }

    public Answer put(String path, Object body) {
        var headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        return http.send("PUT", path, BodyPublishers.ofString(Json.write(body)), headers);
    }

    public Answer get(String path) {
        return http.get(path, key);
    }

    public Answer delete(String path) {
        return http.send("DELETE", path, BodyPublishers.noBody(), key);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
