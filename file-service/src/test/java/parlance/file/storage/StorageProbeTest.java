package parlance.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import parlance.contracts.Json;
import parlance.file.Bytes;
import parlance.testing.infra.ParlanceInfrastructure;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class StorageProbeTest {

    @Inject StorageConfig storage;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void readinessTellsThatTheBucketIsReachable() {
        await().untilAsserted(() ->
                assertThat(storageIn(Bytes.get(ready.toString()).asString()))
                        .isEqualTo("reachable"));
    }

    @Test
    void aServerThatIsGoneIsToldAndStopsNothing() throws IOException {
        var metrics = new SimpleMeterRegistry();
        try (var s3 = clientOfNobody()) {
            var probe = new StorageProbe(s3, storage, metrics);

            probe.look();

            var health = new StorageReady(probe).call();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getData().orElseThrow()).containsEntry("s3", "SdkClientException");
            assertThat(metrics.get("parlance_files_storage_up").gauge().value()).isZero();
        }
    }

    private static String storageIn(String health) {
        var checks = Json.read(health, JsonNode.class).path("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("name").asText().equals("storage"))
                .map(check -> check.at("/data/s3").asText())
                .findFirst()
                .orElse("no such check");
    }

    private static S3Client clientOfNobody() throws IOException {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + closedPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
