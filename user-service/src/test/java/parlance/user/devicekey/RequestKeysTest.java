package parlance.user.devicekey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class RequestKeysTest {

    private final CommandClient client = CommandClient.shared();

    private SignedUpUser ann;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.newOne(client);
    }

    static Map<String, Object> keys(Object oneTimeKeys) {
        return Map.of("identity_key", "I", "signed_key", "S", "one_time_pre_keys", oneTimeKeys);
    }

    @Inject RequestKeys requestKeys;

    @Test
    void eachOneTimeKeyIsGivenOnceAndThenThereIsNone() {
        ann.asks(Route.DEVICE_REGISTER, keys(Map.of("k1", "a")));

        var first = request(ann);
        var second = request(ann);

        assertThat(first.path("one_time_pre_key").toString()).isEqualTo("{\"k1\":\"a\"}");
        assertThat(second.path("identity_key").asText()).isEqualTo("I");
        assertThat(second.path("one_time_pre_key").isNull()).isTrue();
    }

    @Test
    void aReplayGetsTheSameKeyAndUsesUpNoOther() {
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("a", "b")));
        var command =
                new Command<>(
                        Route.REQUEST_KEYS,
                        new RequestKeys.Request(List.of(ann.id())),
                        ann.caller(),
                        null,
                        CommandClient.mintedId(),
                        new Position("user.commands-0", 1, 0),
                        Instant.EPOCH,
                        null,
                        null);

        assertThat(requestKeys.handle(command)).isEqualTo(requestKeys.handle(command));
        assertThat(request(ann).path("one_time_pre_key").asText()).isEqualTo("b");
    }

    @Test
    void anotherOrganizationsUsersHaveNoKeys() {
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("a")));

        assertThat(request(ann.in("other")).isMissingNode()).isTrue();
    }

    @Test
    void wantsOneToFiftyUsers() {
        assertThat(ann.asks(Route.REQUEST_KEYS, Map.of()).errorText())
                .isEqualTo("Incorrect users array.");
        assertThat(ann.asks(Route.REQUEST_KEYS, Map.of("user_ids", List.of(""))).errorText())
                .isEqualTo("Incorrect user id.");
    }

    private com.fasterxml.jackson.databind.JsonNode request(SignedUpUser who) {
        return who.asks(Route.REQUEST_KEYS, Map.of("user_ids", List.of(ann.id())))
                .response()
                .path("devices")
                .path(ann.id())
                .path(0);
    }
}
