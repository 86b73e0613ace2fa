package parlance.push.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_CREATE;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_DELETE;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_LIST;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.browser;
import static parlance.push.TestUser.newToken;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Position;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class CreateSubscriptionTest {

    private static final String ENDPOINT = "https://1.1.1.1/push/";

    private final CommandClient client = CommandClient.shared();

    @Inject CreateSubscription handler;

    private TestUser ann;

    @BeforeEach
    void enters() {
        ann = TestUser.newOne(client);
    }

    @Test
    void answersWithTheSubscriptionOfABrowser() {
        var endpoint = ENDPOINT + newToken();

        var made = created(ann, browser("d1", endpoint));

        assertThat(made.path("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(made.path("platform").asText()).isEqualTo("web");
        assertThat(made.path("device_udid").asText()).isEqualTo("d1");
        assertThat(made.path("user_id").asText()).isEqualTo(ann.id().value());
        assertThat(made.path("web_endpoint").asText()).isEqualTo(endpoint);
        assertThat(made.path("web_key_auth").asText()).isEqualTo("YXV0aA");
        assertThat(made.path("web_key_p256dh").asText()).isEqualTo("a2V5");
        assertThat(made.path("organization_id").asText()).isEqualTo("default");
        assertThat(made.has("device_token")).isFalse();
        assertThat(made.path("created_at")).isEqualTo(made.path("updated_at"));
        assertThat(listed(ann)).containsExactly(made);
    }

    @Test
    void aDeviceThatComesAgainKeepsItsIdAndLosesWhatItSaidBefore() {
        var first = created(ann, browser("d1", ENDPOINT + newToken()));
        var token = newToken();

        var second = created(ann, android("d1", token));

        assertThat(second.path("_id")).isEqualTo(first.path("_id"));
        assertThat(second.path("created_at")).isEqualTo(first.path("created_at"));
        assertThat(second.path("platform").asText()).isEqualTo("android");
        assertThat(second.path("device_token").asText()).isEqualTo(token);
        assertThat(second.has("web_endpoint")).isFalse();
        assertThat(second.has("web_key_auth")).isFalse();
        assertThat(listed(ann)).containsExactly(second);
    }

    @Test
    void everyDeviceHasASubscriptionOfItsOwn() {
        var phone = created(ann, android("phone", newToken()));
        var browser = created(ann, browser("browser", ENDPOINT + newToken()));

        assertThat(listed(ann)).containsExactly(phone, browser);
    }

    @Test
    void aTokenIsTakenFromWhoeverHadItBefore() {
        var token = newToken();
        var bob = TestUser.newOne(client);
        created(ann, android("phone", token));

        var taken = created(bob, android("phone", token));

        assertThat(listed(ann)).isEmpty();
        assertThat(listed(bob)).containsExactly(taken);
    }

    @Test
    void anEndpointIsTakenFromTheSameUsersOtherDevice() {
        var endpoint = ENDPOINT + newToken();
        created(ann, browser("old", endpoint));

        var taken = created(ann, browser("new", endpoint));

        assertThat(listed(ann)).containsExactly(taken);
    }

    @Test
    void whoLostATokenMayTakeItBack() {
        var token = newToken();
        var bob = TestUser.newOne(client);
        created(ann, android("phone", token));
        created(bob, android("phone", token));

        var again = created(ann, android("phone", token));

        assertThat(listed(ann)).containsExactly(again);
        assertThat(listed(bob)).isEmpty();
    }

    @Test
    void afterADeleteItIsAnotherSubscription() {
        var first = created(ann, android("phone", newToken()));
        ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of("device_udid", "phone"));

        var second = created(ann, android("phone", newToken()));

        assertThat(second.path("_id")).isNotEqualTo(first.path("_id"));
        assertThat(listed(ann)).containsExactly(second);
    }

    @Test
    void aReplayAnswersTheSameAndTakesNothingAwayAgain() {
        var token = newToken();
        var bob = TestUser.newOne(client);
        var command = command(token, 1);
        var first = reply(handler.handle(command));
        var theirs = created(bob, android("phone", token));

        assertThat(reply(handler.handle(command))).isEqualTo(first);

        assertThat(listed(bob)).containsExactly(theirs);
        assertThat(listed(ann)).isEmpty();
    }

    @Test
    void aCommandThatWasOvertakenChangesNothing() {
        var newer = newToken();
        handler.handle(command(newer, 8));

        handler.handle(command(newToken(), 7));

        assertThat(listed(ann))
                .extracting(one -> one.path("device_token").asText())
                .containsExactly(newer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-       | d | t | -                  | - | - | Incorrect platform type.",
                "windows | - | t | -                  | - | - | Incorrect platform type.",
                "ios     | - | t | -                  | - | - | Incorrect device id.",
                "ios     | d | - | -                  | - | - | Incorrect token.",
                "ios     | d | t | https://1.1.1.1/p  | a | k | Incorrect token.",
                "web     | d | - | https://1.1.1.1/p  | a | - | Incorrect keys.",
                "web     | d | - | https://1.1.1.1/p  | - | k | Incorrect keys.",
                "web     | d | - | http://1.1.1.1/p   | a | k | Incorrect token.",
                "web     | d | - | https://10.0.0.1/p | a | k | Incorrect token.",
                "web     | d | - | https://a@1.1.1.1/ | a | k | Incorrect token."
            })
    void saysWhatIsWrong(
            String platform,
            String device,
            String token,
            String endpoint,
            String auth,
            String key,
            String error) {
        var request = new HashMap<String, Object>();
        put(request, "platform", platform);
        put(request, "device_udid", device);
        put(request, "device_token", token);
        put(request, "web_endpoint", endpoint);
        put(request, "web_key_auth", auth);
        put(request, "web_key_p256dh", key);

        var answer = ann.asks(PUSH_SUBSCRIPTION_CREATE, request);

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo(error);
        assertThat(listed(ann)).isEmpty();
    }

    @Test
    void aNumberIsNoDeviceAndNoToken() {
        assertThat(error(Map.of("platform", "ios", "device_udid", 5, "device_token", "t")))
                .isEqualTo("Incorrect device id.");
        assertThat(error(Map.of("platform", "ios", "device_udid", "d", "device_token", 5)))
                .isEqualTo("Incorrect token.");
        assertThat(error(Map.of("platform", 1, "device_udid", "d", "device_token", "t")))
                .isEqualTo("Incorrect platform type.");
    }

    private String error(Map<String, ?> request) {
        return ann.asks(PUSH_SUBSCRIPTION_CREATE, request).errorText();
    }

    private Command<CreateSubscription.Request> command(String token, long offset) {
        return new Command<>(
                PUSH_SUBSCRIPTION_CREATE,
                new CreateSubscription.Request(Platform.ANDROID, "phone", null, null, null, token),
                ann.caller(),
                null,
                CommandClient.mintedId(),
                new Position("test-" + ann.id(), offset, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private static Object reply(HandlerResult handlerResult) {
        return handlerResult.reply();
    }

    private static void put(Map<String, Object> request, String name, String value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    static JsonNode created(TestUser owner, Map<String, ?> request) {
        var answer = owner.asks(PUSH_SUBSCRIPTION_CREATE, request);
        return answer.response().path("subscription");
    }

    static Iterable<JsonNode> listed(TestUser owner) {
        var request = Map.of("user_id", "whoever");
        return owner.asks(PUSH_SUBSCRIPTION_LIST, request).response().path("subscriptions");
    }
}
