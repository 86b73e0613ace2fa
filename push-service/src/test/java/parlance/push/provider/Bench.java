package parlance.push.provider;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.endpoint.EndpointGuards;
import parlance.push.subscription.Platform;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.Target;
import parlance.testing.push.TestCertificate;

/** What it takes to try a client without the service around it. */
final class Bench implements AutoCloseable {

    static final TestCertificate TRUSTED = TestCertificate.create();

    private final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final PinnedHttpClient http;
    private final PushClientFactory maker;

    Bench() {
        try {
            folder = Files.createTempDirectory("parlance-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var config = new Config(TRUSTED.writePem(file("trusted.pem")));
        http = new PinnedHttpClient(vertx, config);
        maker = new PushClientFactory(config, EndpointGuards.allowing("localhost"), http, clock());
    }

    private record Config(Path trusted) implements ProviderConfig {
        @Override
        public ProviderCredentials credentials() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, ProviderCredentials> organizations() {
            return Map.of();
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(700);
        }

        @Override
        public Optional<Path> trustedCertificates() {
            return Optional.of(trusted);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    PushClientFactory maker() {
        return maker;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static Notification notification() {
        var data = Json.mapper().createObjectNode().put("title", "ann").put("body", "hi");
        data.put("cid", "64b7f1a2c3d4e5f60718293b").putNull("firstAttachmentUrl");
        return new Notification(
                "ann", "hi", data, "64b7f1a2c3d4e5f60718293b", 3, Instant.now().plusSeconds(60));
    }

    static Subscription device(Platform platform, Target target) {
        return new Subscription(
                "64b7f1a2c3d4e5f60718293d",
                new OrganizationId("default"),
                new UserId("64b7f1a2c3d4e5f60718293a"),
                "device",
                platform,
                target,
                true,
                new Position("push.commands-0", 1, 0),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
