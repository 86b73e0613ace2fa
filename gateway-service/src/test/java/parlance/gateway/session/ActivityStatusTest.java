package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Clients.errorIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.ConnectionActive;
import parlance.contracts.connection.ConnectionEvent.ConnectionInactive;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.testing.client.ChatClient;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ActivityStatusTest {

    @Inject RegistryStore registry;

    private final Caller ann = Tokens.somebody();
    private ChatClient phone;

    @BeforeEach
    void connect() {
        phone = Clients.connect(ann);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void marksTheConnectionInTheRegistryAndTellsTheServices() {
        try (var tablet = Clients.connect(Tokens.on("tablet", ann));
                var services = new Services()) {
            phone.request("activity_status", Map.of("isInactive", true), 7);
            assertThat(phone.next()).hasToString("{\"response\":{\"id\":7,\"success\":true}}");
            assertThat(inactiveDevices()).containsExactly(ann.deviceId().value());
            awaitEvent(services, ConnectionInactive.class);

            phone.get("activity_status", Map.of("isInactive", false));
            assertThat(inactiveDevices()).isEmpty();
            awaitEvent(services, ConnectionActive.class);
            tablet.receivesNothingMore();
        }
    }

    @Test
    void activeIsWhatIsMeantWithoutAnyWord() {
        phone.get("activity_status", Map.of("isInactive", true));

        phone.get("activity_status", Map.of());

        assertThat(inactiveDevices()).isEmpty();
    }

    @Test
    void whoConnectsAgainIsActive() {
        phone.get("activity_status", Map.of("isInactive", true));

        Clients.signIn(phone, ann);

        assertThat(inactiveDevices()).isEmpty();
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(errorIn(phone.ask("activity_status", Map.of("isInactive", "yes"))))
                .isEqualTo("422 \"isInactive\" must be a boolean");
        assertThat(inactiveDevices()).isEmpty();
        try (var stranger = Clients.open()) {
            assertThat(errorIn(stranger.ask("activity_status", Map.of("isInactive", "yes"))))
                    .isEqualTo("401 Unauthorized.");
        }
    }

    private void awaitEvent(Services services, Class<? extends ConnectionEvent> type) {
        services.await(
                Topic.CONNECTIONS,
                record -> {
                    var event = Json.read(record.value(), ConnectionEvent.class);
                    return type.isInstance(event) && event.userId().equals(ann.userId());
                });
    }

    private List<String> inactiveDevices() {
        return registry.find(List.of(ann.userId())).get(ann.userId()).stream()
                .filter(Registration::inactive)
                .map(registration -> registration.deviceId().value())
                .toList();
    }
}
