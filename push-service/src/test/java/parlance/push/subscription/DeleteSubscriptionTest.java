package parlance.push.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_DELETE;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.newToken;
import static parlance.push.subscription.CreateSubscriptionTest.created;
import static parlance.push.subscription.CreateSubscriptionTest.listed;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.kit.Command;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class DeleteSubscriptionTest {

    private final CommandClient client = CommandClient.shared();

    @Inject DeleteSubscription handler;

    private TestUser ann;

    @BeforeEach
    void enters() {
        ann = TestUser.newOne(client);
    }

    @Test
    void takesAwayTheOneDevice() {
        created(ann, android("phone", newToken()));
        var tablet = created(ann, android("tablet", newToken()));

        var answer = ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of("device_udid", "phone"));

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(listed(ann)).containsExactly(tablet);
    }

    @Test
    void isRefusedForWhatIsNotThere() {
        var bob = TestUser.newOne(client);
        created(bob, android("bobs", newToken()));
        created(ann, android("phone", newToken()));
        ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of("device_udid", "phone"));

        assertThat(error("unknown")).isEqualTo("Push notification record not found.");
        assertThat(error("bobs")).isEqualTo("Push notification record not found.");
        assertThat(error("phone")).isEqualTo("Push notification record not found.");
        assertThat(listed(bob)).hasSize(1);
    }

    @Test
    void needsADevice() {
        var refused = ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of());

        assertThat(refused.errorStatus()).isEqualTo(422);
        assertThat(refused.errorText()).isEqualTo("'device_id' is required.");
    }

    @Test
    void aReplaySucceedsAgain() {
        created(ann, android("phone", newToken()));
        var command = command();
        handler.handle(command);

        assertThat(handler.handle(command)).isEqualTo(handler.handle(command));
        assertThat(listed(ann)).isEmpty();
    }

    private Command<DeleteSubscription.Request> command() {
        return new Command<>(
                PUSH_SUBSCRIPTION_DELETE,
                new DeleteSubscription.Request("phone"),
                ann.caller(),
                null,
                CommandClient.mintedId(),
                new Position("test-" + ann.id(), 5, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private String error(String device) {
        return ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of("device_udid", device)).errorText();
    }
}
