package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final String LOCAL_DOOR =
            "gateway-service/src/main/java/parlance/gateway/localproxy/HttpRoutes.java";

    private final Manifests manifests = Chart.production().render();

    @Test
    void clientsReachGatewaysAndTheRoutesOfAuthOverTlsOnly() {
        var ingress = ingress("chat").path("spec");

        assertThat(paths(ingress))
                .containsEntry("/", "chat-gateway")
                .containsEntry("/login", "chat-auth")
                .containsEntry("/logout", "chat-auth")
                .containsEntry("/.well-known/jwks.json", "chat-auth")
                .hasSize(4);
        assertThat(ingress.at("/tls/0/hosts/0").asText())
                .isEqualTo(ingress.at("/rules/0/host").asText());
    }

    @Test
    void adminRoutesHaveAHostOfTheirOwn() {
        var ingress = ingress("chat-admin").path("spec");

        assertThat(paths(ingress)).containsEntry("/admin/organization", "chat-user");
        assertThat(paths(ingress).keySet()).allMatch(path -> path.startsWith("/admin/"));
        assertThat(ingress.at("/rules/0/host").asText()).isEqualTo("admin.example.org");
    }

    @Test
    void everyAdminRouteOfTheCodeHasAWayInAndItsServiceTheKey() {
        var route = Pattern.compile("@Path\\(\"(/admin/[^\"]+)\"");
        for (var service : Facts.services()) {
            var routes = Facts.inSources(service, ".java", route);
            assertThat(routes)
                    .as("adminPaths of %s in helm/parlance/files/services.yaml", service)
                    .allMatch(path -> isBelow(path, Facts.of(service, "adminPaths")));
            if (!routes.isEmpty()) {
                assertThat(manifests.environment(service)).containsKey("PARLANCE_ADMIN_API_KEY");
            }
        }
    }

    /** What local mode's front door passes on is what an Ingress has to know. */
    @Test
    void everyRouteOfLocalModeIsReached() {
        var literals = Pattern.compile("\"(/(?:login|logout|admin|\\.well-known)[^\"]*)\"");
        var local =
                Facts.matches(Chart.ROOT.resolve(LOCAL_DOOR), literals)
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        var reached = new ArrayList<>(paths(ingress("chat").path("spec")).keySet());
        reached.addAll(paths(ingress("chat-admin").path("spec")).keySet());
        reached.remove("/");

        assertThat(local).isNotEmpty().allMatch(path -> isBelow(path, reached));
    }

    /** Accepts any value for {@code {id}}, {@code :id} or the rest of a path. */
    private static boolean isBelow(String path, List<String> known) {
        var plain = path.replaceAll("\\{\\w+}|:\\w+", "[^/]+").replaceAll("/?\\*$", "");
        return known.stream().anyMatch(one -> plain.equals(one) || plain.startsWith(one + "/"));
    }

    @Test
    void anIdleSocketOutlivesTheGatewaysPings() {
        var annotations = ingress("chat").at("/metadata/annotations");

        assertThat(annotations.path("nginx.ingress.kubernetes.io/proxy-read-timeout").asInt())
                .isGreaterThan(60);
    }

    @Test
    void noServiceNeedsStickySessions() {
        for (var service : Facts.services()) {
            assertThat(manifests.get("Service", service).at("/spec/sessionAffinity").asText())
                    .isEqualTo("None");
        }
        assertThat(ingress("chat").at("/metadata/annotations").toString())
                .doesNotContain("affinity");
    }

    @Test
    void theGatewayApiReachesTheSame() {
        var route = Chart.gatewayApi().render().ofKind("HTTPRoute").getFirst().path("spec");

        assertThat(route.findValuesAsText("value"))
                .containsExactlyInAnyOrder("/", "/login", "/logout", "/.well-known/jwks.json");
        assertThat(route.findValuesAsText("request")).containsExactly("0s");
    }

    @Test
    void theManagementPortIsNowhereOnTheWayIn() {
        assertThat(manifests.ofKind("Ingress").toString()).doesNotContain("9000", "management");
    }

    private JsonNode ingress(String name) {
        return manifests.ofKind("Ingress").stream()
                .filter(one -> Manifests.nameOf(one).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> paths(JsonNode ingress) {
        var paths = new HashMap<String, String>();
        ingress.at("/rules/0/http/paths")
                .forEach(path ->
                        paths.put(
                                path.path("path").asText(),
                                path.at("/backend/service/name").asText()));
        return paths;
    }
}
