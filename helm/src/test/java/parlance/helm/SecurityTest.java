package parlance.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecurityTest {

    private static final Path CONFIGURATION = Chart.ROOT.resolve("docs/configuration.md");
    private static final Pattern REQUIRED =
            Pattern.compile(
                    "\\| `([a-z.-]+)` \\| \\*\\*required\\*\\* \\|.*\\| (\\w+)-service \\|");
    private static final Pattern VARIABLE = Pattern.compile("\\(`([A-Z0-9_]+)`\\)");
    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(SECRET|TOKEN|PASSWORD|API_KEY|_KEYS|_KEY|JAAS_CONFIG|_URI)$|REDIS_URL");

    private final Manifests manifests = Chart.production().render();

    @Test
    void everyPodRunsAsNobodyWithNothingToWriteAndNothingToAsk() {
        assertThat(manifests.podSpecs()).hasSize(Facts.services().size() + 2);
        for (var pod : manifests.podSpecs()) {
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            var container = pod.at("/containers/0/securityContext");
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/capabilities/add").isMissingNode()).isTrue();
            assertThat(pod.at("/containers/0/resources/limits/memory").asText()).isNotEmpty();
        }
    }

    @Test
    void everyServiceHasAnAccountWithoutAToken() {
        for (var service : Facts.services()) {
            var account = manifests.get("ServiceAccount", service);
            assertThat(account.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(manifests.podSpec(service).path("serviceAccountName").asText())
                    .isEqualTo(Manifests.nameOf(account));
        }
    }

    @Test
    void secretsComeFromSecretsOnly() {
        assertThat(manifests.ofKind("Secret")).isEmpty();
        for (var service : Facts.services()) {
            for (var variable : manifests.container(service).path("env")) {
                if (SECRET.matcher(variable.path("name").asText()).matches()) {
                    assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                            .as("%s of %s", variable, service)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void noServiceIsGivenASecretThatIsAnothers() {
        var holders =
                Facts.services().stream()
                        .filter(service ->
                                manifests
                                        .environment(service)
                                        .containsKey("PARLANCE_AUTH_SIGNING_KEYS"))
                        .toList();
        assertThat(holders).containsExactly("auth");
        assertThat(manifests.environment("gateway"))
                .doesNotContainKey("PARLANCE_SEAL_PRIVATE_KEYS");
        assertThat(manifests.environment("gateway")).doesNotContainKey("MONGODB_URI");
    }

    @Test
    void everySettingThatTheCodeRequiresIsSet() {
        var required = Facts.matches(CONFIGURATION, REQUIRED).toList();
        assertThat(required).isNotEmpty();
        for (var setting : required) {
            var variable = setting.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
            // The page names the variable where it is another than the property's own.
            var other = VARIABLE.matcher(setting.group());
            assertThat(manifests.environment(setting.group(2)))
                    .containsKey(other.find() ? other.group(1) : variable);
        }
    }

    @Test
    void everyServiceIsToldWhereItsServersAre() {
        for (var service : Facts.services()) {
            assertThat(manifests.environment(service))
                    .containsEntry("QUARKUS_PROFILE", "prod")
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka.example.org:9093")
                    .containsEntry("REDIS_URL", "parlance-redis/REDIS_URL")
                    .containsEntry(
                            "PARLANCE_SERVICE_TOKEN", "parlance-secrets/PARLANCE_SERVICE_TOKEN")
                    .containsEntry("QUARKUS_MANAGEMENT_PORT", "9000");
            assertThat(manifests.environment(service).containsKey("MONGODB_URI"))
                    .isEqualTo(Facts.is(service, "mongodb"));
        }
    }

    @Test
    void everyServiceIsToldOfThoseThatItAsks() {
        var client = Pattern.compile("quarkus\\.rest-client\\.(\\w+)-service\\.url=");
        for (var service : Facts.services()) {
            var asked = Facts.inSources(service, "application.properties", client);
            assertThat(Facts.of(service, "calls"))
                    .as("calls of %s in helm/parlance/files/services.yaml", service)
                    .containsAll(asked);
            for (var other : asked) {
                assertThat(manifests.environment(service))
                        .containsEntry(
                                "PARLANCE_" + other.toUpperCase(Locale.ROOT) + "_URL",
                                "http://chat-" + other + ":8080");
            }
        }
    }

    @Test
    void whatNoPolicyAllowsIsDenied() {
        var deny = manifests.get("NetworkPolicy", "deny").path("spec");
        assertThat(deny.at("/podSelector/matchLabels")).hasSize(2);
        assertThat(deny.path("policyTypes")).hasSize(2);
        assertThat(deny.has("ingress")).isFalse();
        assertThat(deny.has("egress")).isFalse();
    }

    @Test
    void servicesReachOnlyTheServicesThatTheyAsk() {
        for (var service : Facts.services()) {
            var egress = manifests.get("NetworkPolicy", service).at("/spec/egress");
            assertThat(podsIn(egress, "to")).isEqualTo(Set.copyOf(Facts.of(service, "calls")));
        }
        assertThat(podsIn(manifests.get("NetworkPolicy", "user").at("/spec/ingress"), "from"))
                .contains("auth")
                .doesNotContain("file");
    }

    /** Who follows URLs of others holds their addresses against PublicAddress. */
    @Test
    void whoFollowsUrlsReachesTheInternetAndNoPrivateNetworkThere() {
        var guard = Pattern.compile("import parlance\\.kit\\.http\\.(PublicAddress);");
        for (var service : Facts.services()) {
            var followsUrls = !Facts.inSources(service, ".java", guard).isEmpty();
            var outside = manifests.get("NetworkPolicy", service).at("/spec/egress");
            assertThat(outside.findValues("ipBlock")).as(service).hasSize(followsUrls ? 1 : 0);
            assertThat(outside.findValues("except"))
                    .allSatisfy(networks ->
                            assertThat(networks.toString())
                                    .contains("169.254.0.0/16", "10.0.0.0/8"));
        }
        assertThat(Facts.is("push", "internet")).isTrue();
    }

    private static Set<String> podsIn(JsonNode rules, String direction) {
        return rules.findValues(direction).stream()
                .flatMap(peers -> peers.findValues("app.kubernetes.io/name").stream())
                .map(JsonNode::asText)
                .filter(name -> Facts.services().contains(name))
                .collect(Collectors.toSet());
    }
}
