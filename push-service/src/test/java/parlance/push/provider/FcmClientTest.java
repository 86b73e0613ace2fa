package parlance.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.Throttled;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Platform;
import parlance.push.subscription.Target.DeviceToken;
import parlance.testing.push.FakeFcm;

class FcmClientTest {

    static Bench bench;
    static FakeFcm fcm;
    static PushClient client;

    private record Account(Path serviceAccountFile, Optional<URI> url)
            implements ProviderCredentials.Fcm {}

    @BeforeAll
    static void start() {
        bench = new Bench();
        fcm = FakeFcm.start();
        client = clientAt(fcm.url());
    }

    @AfterAll
    static void stop() {
        fcm.close();
        bench.close();
    }

    @Test
    void sendsADataMessageOfStringsWithOneAccessTokenForAll() {
        assertThat(push("t-1")).isEqualTo(new Delivered());
        var before = fcm.accessTokens();
        assertThat(push("t-1")).isEqualTo(new Delivered());

        assertThat(fcm.refused()).isEmpty();
        assertThat(fcm.accessTokens()).isEqualTo(before);
        var message = fcm.receivedBy("t-1").getFirst();
        assertThat(message.path("data"))
                .hasToString(
                        "{\"title\":\"ann\",\"body\":\"hi\",\"cid\":\"64b7f1a2c3d4e5f60718293b\"}");
        assertThat(message.at("/android/ttl").asText()).matches("(5\\d|60)s");
        assertThat(message.has("notification")).isFalse();
    }

    @Test
    void aTokenThatIsUnregisteredIsGone() {
        fcm.script().then(404, Map.of(), error("UNREGISTERED"));
        assertThat(push("t-2")).isEqualTo(new TokenGone());
    }

    @Test
    void whatIsWrongIsNotTriedAgain() {
        fcm.script().then(400, Map.of(), error("INVALID_ARGUMENT"));
        assertThat(push("t-3")).isEqualTo(new Refused("invalid_argument"));
    }

    @Test
    void aQuotaThatIsUsedUpStopsEverythingForAWhile() {
        fcm.script().then(429, Map.of("Retry-After", "30"), error("QUOTA_EXCEEDED"));
        assertThat(push("t-4")).isEqualTo(new Throttled(Duration.ofSeconds(30)));
        fcm.script().then(429);
        assertThat(push("t-4")).isEqualTo(new Throttled(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whatPassesIsTriedLater(int status) {
        fcm.script().then(status, Map.of("Retry-After", "7"), "no json");
        assertThat(push("t-5")).isEqualTo(new TryLater("status_" + status, Duration.ofSeconds(7)));
    }

    @Test
    void whatWasSentAndNotAnsweredIsNotSentAgain() {
        fcm.script().thenSilence();
        assertThat(push("t-6")).isEqualTo(new Unanswered("no_answer"));
    }

    @Test
    void whatCouldNotBeSentIsTriedLater() {
        assertThat(
                        clientAt("http://127.0.0.1:1")
                                .push(
                                        Bench.notification(),
                                        Bench.device(Platform.ANDROID, new DeviceToken("t-7"))))
                .isEqualTo(new TryLater("unreachable", null));
    }

    private static PushClient clientAt(String url) {
        var file = fcm.writeServiceAccount(bench.file("account.json"));
        return bench.maker().of(new Account(file, Optional.of(URI.create(url))));
    }

    private static PushResult push(String token) {
        return client.push(
                Bench.notification(), Bench.device(Platform.ANDROID, new DeviceToken(token)));
    }

    private static String error(String code) {
        return "{\"error\":{\"details\":[{\"errorCode\":\"" + code + "\"}]}}";
    }
}
