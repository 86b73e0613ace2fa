package parlance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Delivery;
import parlance.contracts.DeviceId;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

class HandlerResultTest {

    private static final Caller ANN =
            new Caller(
                    new OrganizationId("default"),
                    new UserId("ann"),
                    "ann",
                    new DeviceId("phone"),
                    new SessionId("s"));

    private final Delivery first = Delivery.of("1", Set.of(ANN.userId()));
    private final Delivery second = Delivery.of("2", Set.of(ANN.userId()));
    private final EphemeralDelivery typing = EphemeralDelivery.of("t", Set.of(ANN.userId()));

    @Test
    void effectsAreKeptInOrderBehindTheReply() {
        var result =
                HandlerResult.reply("body")
                        .deliver(first)
                        .deliver(typing)
                        .forward(Route.MESSAGE_EDIT, "c1", "request")
                        .deliver(second);

        assertThat(result.reply()).isEqualTo(new Effect.Reply.Body("body"));
        assertThat(result.deliveries()).containsExactly(first, second);
        assertThat(result.ephemerals()).containsExactly(typing);
        assertThat(result.forwards())
                .containsExactly(new Effect.Forward(Route.MESSAGE_EDIT, "c1", "request"));
        assertThat(result.effects()).hasSize(5);
    }

    @Test
    void aResultWithoutAReplyStillBeginsWithOne() {
        assertThat(HandlerResult.noReply().reply()).isEqualTo(new Effect.Reply.None());
        assertThatThrownBy(() -> new HandlerResult(List.of(new Effect.Deliver(first))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HandlerResult(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastBindingCounts() {
        assertThat(HandlerResult.success().binding()).isNull();
        assertThat(HandlerResult.success().unbind().bind(ANN).binding())
                .isEqualTo(new Effect.Binding.Bind(ANN));
    }

    @Test
    void aSecretWithoutAValueIsNoField() {
        var result =
                HandlerResult.success()
                        .secret("token", "old")
                        .secret("refresh", null)
                        .secret("token", "new");

        assertThat(result.secrets()).isEqualTo(Map.of("token", "new"));
    }

    @Test
    void aResultDoesNotChangeWhenAnotherIsMadeOfIt() {
        var result = HandlerResult.success();

        result.deliver(first);

        assertThat(result.deliveries()).isEmpty();
    }
}
