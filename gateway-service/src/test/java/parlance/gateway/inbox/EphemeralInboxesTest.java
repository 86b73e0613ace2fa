package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Services.recipient;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.InboxAddress;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class EphemeralInboxesTest {

    @Inject RegistryStore registry;

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void aLightPacketComesToTheConnectionsThatItIsAddressedTo() {
        try (var phone = Clients.connect(ann);
                var stranger = Clients.connect(Tokens.somebody())) {
            tell(connectionOf(ann), 1);
            tell(connectionOf(ann), 2);

            assertThat(phone.next("typing").path("n").asInt()).isEqualTo(1);
            assertThat(phone.next("typing").path("n").asInt()).isEqualTo(2);
            stranger.receivesNothingMore();
        }
    }

    @Test
    void whatIsForAFormerInstanceOrForSomebodyElseOnTheConnectionIsDropped() {
        try (var phone = Clients.connect(ann)) {
            var mine = connectionOf(ann);
            var former = new InboxAddress(mine.inbox().partition(), "former");
            var packet = "{\"typing\":{\"n\":0}}";
            var bob = Tokens.somebody().userId();

            services.deliverLight(
                    former, packet, List.of(recipient(ann.userId(), mine.connectionId())));
            services.deliverLight(
                    mine.inbox(), packet, List.of(recipient(bob, mine.connectionId())));
            services.deliverLight(
                    mine.inbox(), packet, List.of(recipient(bob, new ConnectionId("gone"))));
            tell(mine, 1);

            assertThat(phone.next("typing").path("n").asInt()).isEqualTo(1);
            phone.receivesNothingMore();
            assertThat(services.all(Topic.DELIVERIES_OFFLINE))
                    .noneMatch(record -> Services.text(record).equals(packet));
        }
    }

    private void tell(Registration to, int number) {
        services.deliverLight(
                to.inbox(),
                "{\"typing\":{\"n\":" + number + "}}",
                List.of(recipient(ann.userId(), to.connectionId())));
    }

    private Registration connectionOf(Caller user) {
        return registry.find(List.of(user.userId())).get(user.userId()).getFirst();
    }
}
