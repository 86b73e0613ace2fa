package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Services.header;
import static parlance.gateway.environment.Services.recipient;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.testing.client.ChatClient;

/** What comes between the answer to a sign-in and everything live (protocol 0.2, D4). */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ConnectionSignInTest {

    @Inject RegistryStore registry;

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();
    private final String stream = "test.commands-" + UUID.randomUUID();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void whatWasMissedIsWrittenBeforeWhatIsLive() {
        try (var client = connect("seed")) {
            var claim = awaitClaim();
            deliver(at(9), "live");

            services.reply(claim, missed(true, at(1), at(2)), Map.of());
            services.reply(awaitClaimAfter(claim), missed(false, at(3)), Map.of());

            for (var expected : List.of("missed 1", "missed 2", "missed 3", "live")) {
                assertThat(client.next().findValue("body").asText()).isEqualTo(expected);
            }
            client.receivesNothingMore();
        }
    }

    @Test
    void livePacketsDoNotWaitForEver() {
        try (var client = connect("seed")) {
            awaitClaim();

            deliver(at(1), "live");

            assertThat(client.next("message").path("body").asText()).isEqualTo("live");
        }
    }

    @Test
    void inTheClientDialectNothingIsClaimed() {
        try (var client = connect("client");
                var other = connect("seed")) {
            assertThat(header(awaitClaim(), RecordHeaderNames.DIALECT)).isEqualTo("seed");
            assertThat(claims()).hasSize(1);
            client.receivesNothingMore();
            other.receivesNothingMore();
        }
    }

    @Test
    void whatABrokenConnectionDidNotReadIsHandedBackToBeClaimedAgain() {
        var client = connect("seed");
        services.reply(awaitClaim(), missed(false, at(4)), Map.of());
        client.next("message_edit");

        client.abort();

        var record = services.awaitOffline(at(4));
        assertThat(header(record, RecordHeaderNames.USERS)).isEqualTo(ann.userId().value());
        assertThat(header(record, RecordHeaderNames.ABSENT)).isEqualTo("LOG");
    }

    @Test
    void afterALoginOnTheSocketItIsTheSame() {
        try (var client = Clients.dial().dialect("seed").open()) {
            var id = client.request("user_login", Map.of("login", "ann", "password", "secret"));
            services.reply(
                    services.awaitCommand(Topic.AUTH_COMMANDS, id),
                    "{\"response\":{\"id\":\"" + id + "\",\"user\":{}}}",
                    Map.of(RecordHeaderNames.BIND, Json.write(ann)));

            services.reply(awaitClaim(), missed(false, at(1)), Map.of());

            assertThat(client.next().at("/response/id").asText()).isEqualTo(id);
            assertThat(client.next().at("/message_edit/body").asText()).isEqualTo("missed 1");
        }
    }

    private ChatClient connect(String dialect) {
        var client = Clients.dial().dialect(dialect).open();
        Clients.signIn(client, ann);
        return client;
    }

    private ConsumerRecord<byte[], byte[]> awaitClaim() {
        await().untilAsserted(() -> assertThat(claims()).isNotEmpty());
        return claims().getFirst();
    }

    private ConsumerRecord<byte[], byte[]> awaitClaimAfter(ConsumerRecord<byte[], byte[]> first) {
        await().untilAsserted(() -> assertThat(claims()).hasSize(2));
        var correlation = header(first, RecordHeaderNames.CORRELATION);
        return claims().stream()
                .filter(claim -> !correlation.equals(header(claim, RecordHeaderNames.CORRELATION)))
                .findFirst()
                .orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> claims() {
        return services.all(Topic.MESSAGE_QUERIES).stream()
                .filter(record -> "missed_claim".equals(header(record, RecordHeaderNames.COMMAND)))
                .filter(record ->
                        ann.userId().value().equals(header(record, RecordHeaderNames.USER)))
                .toList();
    }

    private void deliver(Position position, String body) {
        Registration here = registry.find(List.of(ann.userId())).get(ann.userId()).getFirst();
        services.deliver(
                here.inbox(),
                position,
                "{\"message\":{\"body\":\"" + body + "\"}}",
                List.of(recipient(ann.userId(), here.connectionId())));
    }

    private Position at(long offset) {
        return new Position(stream, offset, 1);
    }

    private static String missed(boolean more, Position... positions) {
        var packets =
                List.of(positions).stream()
                        .map(position ->
                                "{\"position\":\"%s\",\"packet\":{\"message_edit\":{\"body\":\"missed %d\"}}}"
                                        .formatted(position, position.offset()))
                        .toList();
        return "{\"response\":{\"packets\":%s,\"more\":%s}}".formatted(packets, more);
    }
}
