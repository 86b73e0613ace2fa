package parlance.testing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class ParlanceInfrastructureTest {

    @Test
    void everyRunHasTopicsOfItsOwnWithAFewPartitions() throws Exception {
        var resource = new ParlanceInfrastructure();
        var configuration = resource.start();
        var topic = configuration.get("parlance.kafka.topic-prefix") + "message.commands";

        try (var admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                configuration.get("kafka.bootstrap.servers")))) {
            var description =
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .get(topic);
            assertThat(description.partitions()).hasSize(3);
        } finally {
            resource.stop();
        }
    }

    @Test
    void secretsComeAsVariablesAndAsProperties() {
        var secrets = TestSecrets.asConfiguration();

        assertThat(secrets.get("parlance.auth.cookie-secret"))
                .isNotBlank()
                .isEqualTo(secrets.get("PARLANCE_AUTH_COOKIE_SECRET"));
        assertThat(secrets)
                .containsKeys(
                        "parlance.service-token",
                        "parlance.admin.api-key",
                        "parlance.auth.signing-keys",
                        "parlance.seal.private-keys",
                        "parlance.seal.public-keys");
        assertThat(secrets.get("parlance.seal.public-keys")).doesNotContain("\"d\"");
    }
}
