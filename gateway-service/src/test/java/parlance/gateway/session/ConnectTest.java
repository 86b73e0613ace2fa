package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Clients.errorIn;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.RedisKey;
import parlance.contracts.Topic;
import parlance.contracts.session.SessionCut;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.testing.client.ChatClient;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ConnectTest {

    private static final String EXPIRED = "422 The token has expired.";

    @Inject RegistryStore registry;
    @Inject RedisPipeline redis;

    private final Caller ann = Tokens.somebody();
    private ChatClient client;

    @BeforeEach
    void open() {
        client = Clients.open();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anAccessTokenSignsTheConnectionIn() {
        client.request("connect", Clients.credentials(ann), 12);

        assertThat(client.next()).hasToString("{\"response\":{\"id\":12,\"success\":true}}");
        assertThat(isSignedIn()).isTrue();
        assertThat(connectionsOf(ann))
                .singleElement()
                .satisfies(found -> assertThat(found.deviceId()).isEqualTo(ann.deviceId()));
    }

    @Test
    void itMayBeRepeated() {
        Clients.signIn(client, ann);
        Clients.signIn(client, ann);

        assertThat(connectionsOf(ann)).hasSize(1);
    }

    @Test
    void theDeviceMayBeGivenAsANumber() {
        var phone = Tokens.on("77", ann);

        var answer = client.ask("connect", Map.of("token", Tokens.of(phone), "device_id", 77));

        assertThat(answer.path("success").asBoolean()).isTrue();
    }

    @Test
    void theDeviceIsAskedForFirst() {
        assertThat(errorIn(client.ask("connect", Map.of("token", "x"))))
                .isEqualTo("422 'device_id' is required.");
        assertThat(errorIn(client.ask("connect", Map.of())))
                .isEqualTo("422 'device_id' is required.");
    }

    @Test
    void noOtherTokenWillDo() {
        assertThat(errorIn(client.ask("connect", Map.of("device_id", "device-1"))))
                .isEqualTo(EXPIRED);
        assertThat(errorIn(connect("no token"))).isEqualTo(EXPIRED);
        assertThat(errorIn(connect(Tokens.of(Tokens.on("another", ann))))).isEqualTo(EXPIRED);
        assertThat(errorIn(connectWith(claims -> claims.claim("type", "refresh"))))
                .isEqualTo(EXPIRED);
        assertThat(errorIn(connectWith(claims -> claims.issuer("somebody")))).isEqualTo(EXPIRED);
        assertThat(errorIn(connectWith(claims -> claims.audience("else")))).isEqualTo(EXPIRED);
        assertThat(errorIn(connectWith(claims -> claims.remove("sid")))).isEqualTo(EXPIRED);
        assertThat(
                        errorIn(
                                connectWith(claims -> {
                                    claims.issuedAt(longAgo());
                                    claims.expiresAt(secondsAgo(70));
                                })))
                .isEqualTo(EXPIRED);
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void aClockMayBeALittleWrong() {
        var answer =
                connectWith(claims -> {
                    claims.issuedAt(longAgo());
                    claims.expiresAt(secondsAgo(30));
                });

        assertThat(answer.path("success").asBoolean()).isTrue();
    }

    @Test
    void aRevokedSessionSignsNobodyIn() {
        redis.send(
                RedisCall.of(
                        Command.SET,
                        redis.key(RedisKey.REVOKED_SESSION, ann.sessionId().value()),
                        "1"));

        assertThat(errorIn(connect(Tokens.of(ann)))).isEqualTo(EXPIRED);
        assertThat(isSignedIn()).isFalse();
        assertThat(connectionsOf(ann)).isEmpty();
    }

    @Test
    void noneOfTheSessionsThatWereCutSignsAnybodyIn() {
        cut(SessionCut.ofAll());
        assertThat(errorIn(connect(Tokens.of(ann)))).isEqualTo(EXPIRED);
        assertThat(connectionsOf(ann)).isEmpty();

        cut(SessionCut.at(Instant.now(), ann.sessionId()));
        assertThat(connect(Tokens.of(ann)).path("success").asBoolean()).isTrue();
    }

    private void cut(SessionCut sessionCut) {
        redis.send(
                RedisCall.of(
                        Command.SET,
                        redis.key(RedisKey.SESSION_CUT, ann.userId().value()),
                        sessionCut.text()));
    }

    @Test
    void aSessionRevokedElsewhereEndsHere() {
        var tablet = Tokens.on("tablet", ann);
        Clients.signIn(client, ann);
        try (var services = new Services();
                var other = Clients.connect(tablet)) {
            services.publish(new SessionRevoked(ann.userId(), ann.sessionId(), Instant.now()));

            await().untilAsserted(() -> assertThat(isSignedIn()).isFalse());
            assertThat(connectionsOf(ann))
                    .singleElement()
                    .satisfies(left -> assertThat(left.deviceId()).isEqualTo(tablet.deviceId()));
            assertThat(errorIn(connect(Tokens.of(ann)))).isEqualTo(EXPIRED);
            other.receivesNothingMore();
        }
    }

    @Test
    void anotherUserOnTheConnectionReplacesTheFirst() {
        var bob = Tokens.somebody();
        Clients.signIn(client, ann);

        Clients.signIn(client, bob);

        assertThat(connectionsOf(ann)).isEmpty();
        assertThat(connectionsOf(bob)).hasSize(1);
    }

    @Test
    void aConnectionThatClosesIsNobodysAndTheServicesAreTold() {
        Clients.signIn(client, ann);
        var id = connectionsOf(ann).getFirst().connectionId().value();
        client.close();

        await().untilAsserted(() -> assertThat(connectionsOf(ann)).isEmpty());
        try (var services = new Services()) {
            services.await(
                    Topic.CONNECTIONS,
                    record ->
                            Services.text(record).contains("connection_opened")
                                    && Services.text(record).contains(id));
            services.await(
                    Topic.CONNECTIONS,
                    record ->
                            Services.text(record).contains("connection_closed")
                                    && Services.text(record).contains(id));
        }
    }

    private JsonNode connectWith(Consumer<JwtClaimsBuilder> change) {
        return connect(Tokens.of(ann, change));
    }

    private JsonNode connect(String token) {
        return client.ask("connect", Map.of("token", token, "device_id", "device-1"));
    }

    /** Whether the guard lets this client through, to where nobody answers. */
    private boolean isSignedIn() {
        return !errorIn(client.ask("online_list", Map.of())).startsWith("401");
    }

    private List<Registration> connectionsOf(Caller user) {
        return registry.find(List.of(user.userId())).get(user.userId());
    }

    private static Instant longAgo() {
        return secondsAgo(120);
    }

    private static Instant secondsAgo(int seconds) {
        return Instant.now().minusSeconds(seconds);
    }
}
