package parlance.local.launcher.admin;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parlance.local.infra.StartupFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What every command has that asks the admin routes over HTTP (docs/admin-api.md). Answers are
 * printed as they come.
 */
final class AdminApi {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int FIRST_ERROR = 400;

    @Mixin private Target target = new Target();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            defaultValue = "default",
            description = "Whose users and conversations (default: ${DEFAULT-VALUE}).")
    private String organization = "default";

    void print(String method, String path) {
        print(method, path, Map.of());
    }

    /**
     * @throws StartupFailure with the server's own words, if it refuses
     */
    void print(String method, String path, Map<String, String> query) {
        System.out.println(ask(method, path, query));
    }

    private String ask(String method, String path, Map<String, String> query) {
        var url = target.url();
        var fields = new TreeMap<>(query);
        fields.put("organizationId", organization);
        var request =
                HttpRequest.newBuilder(url.resolve(path + "?" + encoded(fields)))
                        .timeout(PATIENCE)
                        .header("admin-api-key", target.adminKey())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.noBody())
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new StartupFailure(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StartupFailure(url + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("interrupted");
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
