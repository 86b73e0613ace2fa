package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_CREATE;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_DELETE;
import static parlance.contracts.Route.PUSH_SUBSCRIPTION_LIST;
import static parlance.push.TestUser.android;
import static parlance.push.TestUser.newToken;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.MessageId;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.TestUser;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.push.Browser;
import parlance.testing.push.FakeApns;
import parlance.testing.push.FakeFcm;
import parlance.testing.push.FakeWebPush;

/** From a packet that reached nobody to what a device shows. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class NotifyTest {

    private static final AtomicLong OFFSETS = new AtomicLong();
    private static final String SKIPPED = "parlance_push_skipped";
    private static final String FAILED = "parlance_push_failed";
    private static final UserId BOB = new UserId("64b7f1a2c3d4e5f607182900");

    private final CommandClient client = CommandClient.shared();

    @Inject NotificationQueue notificationQueue;
    @Inject MeterRegistry metrics;

    OtherServices others;
    FakeWebPush web;
    FakeFcm fcm;
    FakeApns apns;

    private final String cid = CommandClient.mintedId();
    private TestUser ann;
    private String phone;
    private String tablet;
    private Browser browser;

    @BeforeEach
    void subscribes() {
        ann = TestUser.newOne(client);
        phone = newToken();
        tablet = newToken();
        browser = web.newBrowser();
        ann.asks(PUSH_SUBSCRIPTION_CREATE, android("phone", phone));
        ann.asks(
                PUSH_SUBSCRIPTION_CREATE,
                Map.of("platform", "ios", "device_udid", "tablet", "device_token", tablet));
        ann.asks(PUSH_SUBSCRIPTION_CREATE, browser.subscription("browser"));
    }

    @Test
    void everyDeviceOfSomebodyAwayShowsAMessageOnceHoweverOftenItIsToldOf() {
        var missed = missed(message("hello"));
        client.publish(missed);
        client.publish(missed);
        client.publish(missed(message("the end")));

        await().untilAsserted(() -> assertThat(bodies()).hasSize(6));
        assertThat(bodies())
                .containsExactlyInAnyOrder(
                        "hello", "hello", "hello", "the end", "the end", "the end");
    }

    @Test
    void eachPlatformReadsWhatItsClientsRead() {
        client.publish(missed(message("hello")));
        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));

        var toBrowser = web.receivedBy(browser).getFirst();
        assertThat(toBrowser.payload())
                .hasToString(
                        "{\"title\":\"ann | Team\",\"body\":\"hello\",\"cid\":\"%s\",\"firstAttachmentUrl\":null}"
                                .formatted(cid));
        assertThat(toBrowser.headers()).containsEntry("topic", cid);
        assertThat(Integer.parseInt(toBrowser.headers().get("ttl"))).isBetween(86_000, 86_400);

        var toPhone = fcm.receivedBy(phone).getFirst();
        assertThat(toPhone.path("data"))
                .hasToString(
                        "{\"title\":\"ann | Team\",\"body\":\"hello\",\"cid\":\"%s\"}"
                                .formatted(cid));
        assertThat(toPhone.at("/android/collapse_key").asText()).isEqualTo(cid);
        assertThat(toPhone.at("/android/priority").asText()).isEqualTo("HIGH");
        assertThat(toPhone.at("/android/ttl").asText()).matches("86[0-4]\\d\\ds");

        var toTablet = apns.receivedBy(tablet).getFirst();
        assertThat(toTablet.payload().at("/aps/alert/title").asText()).isEqualTo("ann | Team");
        assertThat(toTablet.payload().at("/aps/alert/body").asText()).isEqualTo("hello");
        assertThat(toTablet.payload().at("/aps/badge").asInt()).isEqualTo(OtherServices.UNREAD);
        assertThat(toTablet.payload().path("cid").asText()).isEqualTo(cid);
        assertThat(toTablet.headers())
                .containsEntry("apns-collapse-id", cid)
                .containsEntry("apns-push-type", "alert")
                .containsKey("apns-expiration");
    }

    @Test
    void whatWasReadMeanwhileIsNotSent() {
        var id = CommandClient.mintedId();
        others.read(new MessageId(id));
        client.publish(missed(message(id, "read elsewhere")));

        client.publish(missed(message("news")));

        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));
        assertThat(bodies()).containsOnly("news");
    }

    @Test
    void whoIsBackOnAScreenIsNotNotified() {
        var needless = counted(SKIPPED, "connected");
        var connection = client.connect(ann.caller());
        client.publish(missed(message("seen")));
        await().untilAsserted(
                        () -> assertThat(counted(SKIPPED, "connected")).isEqualTo(needless + 3));
        client.disconnect(ann.caller(), connection);

        client.publish(missed(message("afterwards")));

        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));
        assertThat(bodies()).containsOnly("afterwards");
    }

    @Test
    void whoseClientIsInTheBackgroundIsNotifiedAlthoughAnotherIsConnected() {
        client.connect(ann.caller());
        client.connectInactive(ann.caller());

        client.publish(missed(message("in a pocket")));

        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));
    }

    @Test
    void whatCouldNotBeSentWithinItsTimeIsNotSentAtAll() {
        var late = message("yesterday's");
        var yesterday = Instant.now().minus(Duration.ofHours(24));
        var before = counted(SKIPPED, "expired");
        notificationQueue.add(
                List.of(ann.id()),
                position(),
                OfflinePacketParser.occasionOf(new RawJson(late)).orElseThrow(),
                yesterday);

        await().untilAsserted(() -> assertThat(counted(SKIPPED, "expired")).isEqualTo(before + 3));
        assertThat(bodies()).isEmpty();
    }

    @Test
    void nothingGoesToADeviceThatUnsubscribedMeanwhile() {
        client.publish(missed(message("late")));
        ann.asks(PUSH_SUBSCRIPTION_DELETE, Map.of("device_udid", "phone"));

        await().untilAsserted(() -> {
            assertThat(web.receivedBy(browser)).hasSize(1);
            assertThat(apns.receivedBy(tablet)).hasSize(1);
        });
        assertThat(fcm.receivedBy(phone)).isEmpty();
    }

    @Test
    void aDeviceThatIsGoneIsForgotten() {
        web.script().then(410);
        client.publish(missed(message("to nobody")));

        await().untilAsserted(() ->
                assertThat(
                                ann.asks(PUSH_SUBSCRIPTION_LIST, Map.of("user_id", "x"))
                                        .response()
                                        .path("subscriptions"))
                        .extracting(one -> one.path("device_udid").asText())
                        .containsExactly("phone", "tablet"));
    }

    @Test
    void aProviderThatIsBusyIsAskedAgainAndDelaysNobodyElse() {
        web.script().then(503).then(503, Map.of("Retry-After", "1"), "");
        client.publish(missed(message("in the end")));

        await().untilAsserted(() -> {
            assertThat(fcm.receivedBy(phone)).hasSize(1);
            assertThat(apns.receivedBy(tablet)).hasSize(1);
        });
        await().untilAsserted(() -> assertThat(web.receivedBy(browser)).hasSize(3));
        assertThat(web.script().isOver()).isTrue();
    }

    @Test
    void aProviderThatHangsDelaysNobodyElseAndIsNotAskedAgain() {
        var unanswered = counted(FAILED, "no_answer");
        web.script().thenSilence();
        client.publish(missed(message("hello")));
        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));

        client.publish(missed(message("meanwhile")));
        await().untilAsserted(() -> assertThat(bodies()).hasSize(6));
        assertThat(counted(FAILED, "no_answer")).isEqualTo(unanswered);

        await().untilAsserted(
                        () -> assertThat(counted(FAILED, "no_answer")).isEqualTo(unanswered + 1));
        client.publish(missed(message("the end")));
        await().untilAsserted(() -> assertThat(bodies()).contains("the end"));
        assertThat(bodies()).filteredOn("hello"::equals).hasSize(3);
    }

    @Test
    void aQuotaThatIsUsedUpHoldsBackTheOrganizationsOtherDevicesToo() {
        var refusals = counted(FAILED, "throttled");
        fcm.script().then(429, Map.of("Retry-After", "2"), "");
        client.publish(missed(message("too much")));
        await().untilAsserted(
                        () -> assertThat(counted(FAILED, "throttled")).isEqualTo(refusals + 1));
        var refused = Instant.now();
        var bobsPhone = newToken();
        var bob = TestUser.newOne(client);
        bob.asks(PUSH_SUBSCRIPTION_CREATE, android("phone", bobsPhone));

        client.publish(missed(bob, message("later")));

        await().untilAsserted(() -> {
            assertThat(fcm.receivedBy(phone)).hasSize(2);
            assertThat(fcm.receivedBy(bobsPhone)).hasSize(1);
        });
        assertThat(refused).isBefore(Instant.now().minusMillis(1_500));
    }

    @Test
    void conversationsAreAnnouncedInWordsAndByTheirNames() {
        client.publish(missed(news("conversation_created")));
        client.publish(missed(news("conversation_updated")));
        client.publish(missed(news("conversation_kicked")));

        await().untilAsserted(() -> assertThat(fcm.receivedBy(phone)).hasSize(3));
        assertThat(fcm.receivedBy(phone))
                .extracting(one -> one.at("/data/body").asText())
                .containsExactlyInAnyOrder(
                        "Ann Lee created a new conversation",
                        "Ann Lee added you to conversation",
                        "Ann Lee removed you from conversation");
        assertThat(fcm.receivedBy(phone))
                .extracting(one -> one.at("/data/title").asText())
                .containsOnly("Team");
    }

    @Test
    void whatAConversationSaysOfItselfComesFromAPersonWithAName() {
        var packet =
                "{\"message\":{\"_id\":\"%s\",\"cid\":\"%s\",\"from\":\"%s\",\"body\":\"%s\",\"status\":\"sent\"}}"
                        .formatted(CommandClient.mintedId(), cid, BOB, "bob has left the group");

        client.publish(missed(packet));

        await().untilAsserted(() -> assertThat(fcm.receivedBy(phone)).hasSize(1));
        assertThat(fcm.receivedBy(phone).getFirst().at("/data/title").asText())
                .isEqualTo("Ann Lee | Team");
    }

    @Test
    void theFirstAttachmentIsShown() {
        var packet =
                "{\"message\":{\"_id\":\"%s\",\"cid\":\"%s\",\"from\":\"%s\",\"attachments\":[{\"file_id\":\"f1\"},{\"file_id\":\"f2\"}]}}"
                        .formatted(CommandClient.mintedId(), cid, BOB);

        client.publish(missed(packet));

        await().untilAsserted(() -> assertThat(web.receivedBy(browser)).hasSize(1));
        assertThat(web.receivedBy(browser).getFirst().payload().path("firstAttachmentUrl").asText())
                .isEqualTo("https://files.test/f1");
    }

    @Test
    void whatIsOnlyForTheLogIsNoNotification() {
        client.publish(
                new OfflineDelivery(
                        new RawJson(message("log only")),
                        position(),
                        List.of(ann.id()),
                        BOB,
                        Set.of(OfflinePolicy.LOG)));
        client.publish(missed(message("news")));

        await().untilAsserted(() -> assertThat(bodies()).hasSize(3));
        assertThat(bodies()).containsOnly("news");
    }

    private double counted(String counter, String reason) {
        return metrics.find(counter).tag("reason", reason).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<String> bodies() {
        return Stream.of(
                        web.receivedBy(browser).stream().map(one -> one.payload().path("body")),
                        fcm.receivedBy(phone).stream().map(one -> one.at("/data/body")),
                        apns.receivedBy(tablet).stream()
                                .map(one -> one.payload().at("/aps/alert/body")))
                .flatMap(all -> all)
                .map(JsonNode::asText)
                .toList();
    }

    private String message(String body) {
        return message(CommandClient.mintedId(), body);
    }

    private String message(String id, String body) {
        return "{\"message\":{\"_id\":\"%s\",\"cid\":\"%s\",\"from\":\"%s\",\"body\":\"%s\",\"x\":{}}}"
                .formatted(id, cid, BOB, body);
    }

    private String news(String event) {
        return "{\"system_message\":{\"_id\":\"%s\",\"cid\":\"%s\",\"from\":\"%s\",\"x\":{\"%s\":{\"name\":\"Team\"}}}}"
                .formatted(cid, cid, BOB, event);
    }

    private OfflineDelivery missed(String packet) {
        return missed(ann, packet);
    }

    private static OfflineDelivery missed(TestUser who, String packet) {
        return new OfflineDelivery(
                new RawJson(packet),
                position(),
                List.of(who.id()),
                BOB,
                Set.of(OfflinePolicy.LOG, OfflinePolicy.PUSH));
    }

    private static Position position() {
        return new Position("message.commands-0", OFFSETS.incrementAndGet(), 1);
    }
}
