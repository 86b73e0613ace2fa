package parlance.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Platform;
import parlance.push.subscription.Target.DeviceToken;
import parlance.testing.push.FakeApns;
import parlance.testing.push.TestCertificate;

class ApnsClientTest {

    static Bench bench;
    static FakeApns apns;
    static PushClient client;

    private record Key(
            Path keyFile, String keyId, String teamId, String topic, Optional<String> server)
            implements ProviderCredentials.Apns {}

    @BeforeAll
    static void start() {
        bench = new Bench();
        apns = FakeApns.start(Bench.TRUSTED);
        client = clientOf(apns, apns.address());
    }

    @AfterAll
    static void stop() {
        client.close();
        apns.close();
        bench.close();
    }

    @Test
    void showsAnAlertWithABadgeAndGivesTheAppItsData() {
        assertThat(push(client, "abc1")).isEqualTo(new Delivered());

        var payload = apns.receivedBy("abc1").getFirst().payload();
        assertThat(payload.at("/aps/alert/title").asText()).isEqualTo("ann");
        assertThat(payload.at("/aps/alert/body").asText()).isEqualTo("hi");
        assertThat(payload.at("/aps/badge").asInt()).isEqualTo(3);
        assertThat(payload.path("cid").asText()).isEqualTo("64b7f1a2c3d4e5f60718293b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BadDeviceToken", "Unregistered", "DeviceTokenNotForTopic"})
    void aTokenThatIsNoneIsGone(String reason) {
        apns.thenReject(reason);
        assertThat(push(client, "abc2")).isEqualTo(new TokenGone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TooManyRequests", "ServiceUnavailable", "InternalServerError"})
    void whatPassesIsTriedLater(String reason) {
        apns.thenReject(reason);
        assertThat(push(client, "abc3")).isEqualTo(new TryLater(reason, null));
    }

    @Test
    void whatIsWrongIsNotTriedAgain() {
        apns.thenReject("PayloadTooLarge");
        assertThat(push(client, "abc4")).isEqualTo(new Refused("PayloadTooLarge"));
    }

    @Test
    void whatCouldNotBeSentIsTriedLater() {
        try (var nowhere = clientOf(apns, "localhost:1")) {
            assertThat(push(nowhere, "abc5")).isEqualTo(new TryLater("unreachable", null));
        }
    }

    @Test
    void whatWasSentAndNotAnsweredIsNotSentAgain() {
        try (var silent = FakeApns.start(Bench.TRUSTED);
                var patient = clientOf(silent, silent.address())) {
            silent.thenSilence();
            assertThat(push(patient, "abc7")).isEqualTo(new Unanswered("no_answer"));
            assertThat(silent.receivedBy("abc7")).hasSize(1);
        }
    }

    @Test
    void aServerThatCannotBeTrustedGetsNothing() {
        try (var stranger = FakeApns.start(TestCertificate.create());
                var wary = clientOf(stranger, stranger.address())) {
            assertThat(push(wary, "abc6")).isEqualTo(new TryLater("unreachable", null));
            assertThat(stranger.receivedBy("abc6")).isEmpty();
        }
    }

    private static PushClient clientOf(FakeApns known, String server) {
        var file = known.writeKey(bench.file("apns.p8"));
        var key =
                new Key(file, FakeApns.KEY_ID, FakeApns.TEAM, FakeApns.TOPIC, Optional.of(server));
        return bench.maker().of(key);
    }

    private static PushResult push(PushClient client, String token) {
        return client.push(
                Bench.notification(), Bench.device(Platform.IOS, new DeviceToken(token)));
    }
}
