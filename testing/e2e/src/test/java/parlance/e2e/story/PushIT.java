package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.e2e.client.PushProviders;
import parlance.e2e.client.TestSuite;
import parlance.testing.push.Browser;

/** An offline user gets one push notification of a message on every device. */
class PushIT {

    private final PushProviders providers = TestSuite.pushProviders();
    private final Browser browser = providers.web.newBrowser();
    private final String phone = UUID.randomUUID().toString();
    private final String tablet = UUID.randomUUID().toString();

    @Test
    void aMessageToSomebodyAwayIsShownOnceOnEachDevice() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            subscribes(bob);
            bob.leaves();

            ann.sends(chat, "are you there?");
            showsOnEveryDevice("are you there?");
            ann.sends(chat, "good night");

            showsOnEveryDevice("are you there?", "good night");
            var shown = providers.web.receivedBy(browser).getFirst().payload();
            assertThat(shown.path("title").asText()).isEqualTo(ann.login);
            assertThat(shown.path("cid").asText()).isEqualTo(chat.id());
            var badge = providers.apns.receivedBy(tablet).getLast().payload().at("/aps/badge");
            assertThat(badge.asInt()).isEqualTo(2);
        });
    }

    @Test
    void whatWasReadOnAnotherDeviceMeanwhileIsNotShown() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            subscribes(bob);
            bob.leaves();
            ann.sends(chat, "read elsewhere");
            bob.connects("laptop").socket.get("message_read", Map.of("cid", chat.id()));
            bob.leaves();

            ann.sends(chat, "news");

            showsOnEveryDevice("news");
        });
    }

    @Test
    void aDeviceThatUnsubscribedShowsNothing() throws Exception {
        story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            subscribes(bob);
            bob.first().socket.get("push_subscription_delete", Map.of("device_udid", "phone"));
            bob.leaves();

            ann.sends(chat, "to two of three");

            await().untilAsserted(() -> {
                assertThat(onTheBrowser()).containsExactly("to two of three");
                assertThat(onTheTablet()).containsExactly("to two of three");
            });
            assertThat(onThePhone()).isEmpty();
        });
    }

    private void subscribes(Person person) {
        var socket = person.first().socket;
        socket.get("push_subscription_create", browser.subscription("browser"));
        socket.get("push_subscription_create", device("android", "phone", phone));
        socket.get("push_subscription_create", device("ios", "tablet", tablet));
    }

    private static Map<String, String> device(String platform, String name, String token) {
        return Map.of("platform", platform, "device_udid", name, "device_token", token);
    }

    private void showsOnEveryDevice(String... bodies) {
        await().untilAsserted(() -> {
            assertThat(onTheBrowser()).containsExactly(bodies);
            assertThat(onThePhone()).containsExactly(bodies);
            assertThat(onTheTablet()).containsExactly(bodies);
        });
    }

    private List<String> onTheBrowser() {
        return providers.web.receivedBy(browser).stream()
                .map(one -> one.payload().path("body").asText())
                .toList();
    }

    private List<String> onThePhone() {
        return providers.fcm.receivedBy(phone).stream()
                .map(one -> one.at("/data/body").asText())
                .toList();
    }

    private List<String> onTheTablet() {
        return providers.apns.receivedBy(tablet).stream()
                .map(one -> one.payload().at("/aps/alert/body").asText())
                .toList();
    }
}
