package parlance.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

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
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Platform;
import parlance.push.subscription.Target.WebEndpoint;
import parlance.testing.push.Browser;
import parlance.testing.push.FakeWebPush;
import parlance.testing.push.TestCertificate;
import parlance.testing.push.VapidKeyPair;

class WebPushClientTest {

    static Bench bench;
    static FakeWebPush web;
    static PushClient client;

    private record Vapid(String publicKey, Optional<String> privateKey, Optional<String> subject)
            implements ProviderCredentials.Web {
        @Override
        public Optional<Path> privateKeyFile() {
            return Optional.empty();
        }
    }

    @BeforeAll
    static void start() {
        bench = new Bench();
        web = FakeWebPush.start(Bench.TRUSTED);
        var keys = VapidKeyPair.create();
        client =
                bench.maker()
                        .of(
                                new Vapid(
                                        keys.publicKey(),
                                        Optional.of(keys.privateKey()),
                                        Optional.of("mailto:ops@parlance.test")));
    }

    @AfterAll
    static void stop() {
        web.close();
        bench.close();
    }

    @Test
    void onlyTheBrowserCanReadWhatIsSent() {
        var browser = web.newBrowser();

        assertThat(push(browser)).isEqualTo(new Delivered());

        assertThat(web.refused()).isEmpty();
        var received = web.receivedBy(browser).getFirst();
        assertThat(received.payload()).isEqualTo(Bench.notification().data());
        assertThat(received.headers())
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("topic", "64b7f1a2c3d4e5f60718293b")
                .containsEntry("urgency", "high");
        assertThat(Integer.parseInt(received.headers().get("ttl"))).isBetween(50, 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatHasEndedIsGone(int status) {
        web.script().then(status);
        assertThat(push(web.newBrowser())).isEqualTo(new TokenGone());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 403, 413})
    void whatIsWrongIsNotTriedAgainAndNoRedirectIsFollowed(int status) {
        var browser = web.newBrowser();
        web.script().then(status, Map.of("Location", web.origin() + "/elsewhere"), "");

        assertThat(push(browser)).isEqualTo(new Refused("status_" + status));
        assertThat(web.receivedBy(browser)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesIsTriedLater(int status) {
        web.script().then(status, Map.of("Retry-After", "120"), "");
        assertThat(push(web.newBrowser()))
                .isEqualTo(new TryLater("status_" + status, Duration.ofSeconds(120)));
    }

    @Test
    void whatWasSentAndNotAnsweredIsNotSentAgain() {
        web.script().thenSilence();
        assertThat(push(web.newBrowser())).isEqualTo(new Unanswered("no_answer"));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        web.script().then(201, Map.of(), "x".repeat(1_000_000));
        assertThat(push(web.newBrowser())).isEqualTo(new Unanswered("no_answer"));
    }

    @Test
    void aServerThatCannotBeTrustedGetsNothing() {
        try (var stranger = FakeWebPush.start(TestCertificate.create())) {
            var browser = stranger.newBrowser();
            assertThat(push(browser)).isEqualTo(new TryLater("unreachable", null));
            assertThat(stranger.receivedBy(browser)).isEmpty();
        }
    }

    @Test
    void anEndpointInsideIsNotSentTo() {
        var target = new WebEndpoint("https://127.0.0.1:1/push", key("auth"), key("p256dh"));
        assertThat(push(target)).isEqualTo(new Refused("forbidden_endpoint"));
    }

    @Test
    void keysThatAreNoneAreRefused() {
        assertThat(push(new WebEndpoint("https://localhost:1/push", "???", "a2V5")))
                .isEqualTo(new Refused("bad_keys"));
    }

    private static String key(String name) {
        return (String) web.newBrowser().subscription("d").get("web_key_" + name);
    }

    private static PushResult push(Browser browser) {
        var fields = browser.subscription("d");
        return push(
                new WebEndpoint(
                        (String) fields.get("web_endpoint"),
                        (String) fields.get("web_key_auth"),
                        (String) fields.get("web_key_p256dh")));
    }

    private static PushResult push(WebEndpoint target) {
        return client.push(Bench.notification(), Bench.device(Platform.WEB, target));
    }
}
