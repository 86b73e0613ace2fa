package parlance.push.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.FakeProviders;
import parlance.push.OtherServices;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
@WithTestResource(FakeProviders.class)
class SubscriptionDocumentTest {

    private static final Position POSITION = new Position("push.commands-0", 7, 0);
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.003Z");

    @Inject SubscriptionStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId user = new UserId(CommandClient.mintedId());
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "subscriptions");
    }

    @Test
    void aPhoneStandsInTheDatabaseLikeThis() {
        store.save(subscription(Platform.ANDROID, phone(), true, 1));

        assertThat(stored.get(byKey())).isEqualTo(json(phoneDocument()));
    }

    @Test
    void aBrowserStandsInTheDatabaseLikeThis() {
        store.save(subscription(Platform.WEB, browser(), true, 1));

        assertThat(stored.get(byKey())).isEqualTo(json(browserDocument()));
    }

    @Test
    void oneThatIsNotActiveLeavesItsAddressToOthers() {
        store.save(subscription(Platform.ANDROID, phone(), true, 1));
        store.save(subscription(Platform.ANDROID, phone(), false, 2));

        assertThat(stored.get(byKey())).isEqualTo(json(inactive(phoneDocument())));
    }

    @Test
    void oneThatTheProviderNoLongerKnowsIsNotActive() {
        store.save(subscription(Platform.WEB, browser(), true, 1));
        store.retire(subscription(Platform.WEB, browser(), true, 1));

        assertThat(stored.get(byKey())).isEqualTo(json(inactive(browserDocument())));
    }

    @Test
    void whoeverTakesATargetOverLeavesTheOtherInactive() {
        store.save(subscription(Platform.WEB, browser(), true, 1));
        var other =
                new Subscription(
                        "64b7f1a2c3d4e5f60718293e",
                        new OrganizationId("acme"),
                        user,
                        "tablet",
                        Platform.WEB,
                        browser(),
                        true,
                        POSITION,
                        1,
                        AT,
                        AT);

        assertThat(store.save(other)).isFalse();
        assertThat(store.save(other)).isTrue();
        assertThat(stored.get(byKey())).isEqualTo(json(inactive(browserDocument())));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(phoneDocument());
        assertThat(found()).contains(subscription(Platform.ANDROID, phone(), true, 1));

        stored.remove(byKey());
        stored.add(browserDocument());
        assertThat(found()).contains(subscription(Platform.WEB, browser(), true, 1));
    }

    private Optional<Subscription> found() {
        return store.find(new OrganizationId("acme"), user, "phone");
    }

    private Target phone() {
        return new DeviceToken("t-" + user);
    }

    private Target browser() {
        return new WebEndpoint("https://push.example.org/" + user, "auth", "p256dh");
    }

    private Subscription subscription(
            Platform platform, Target target, boolean active, long version) {
        return new Subscription(
                "64b7f1a2c3d4e5f60718293d",
                new OrganizationId("acme"),
                user,
                "phone",
                platform,
                target,
                active,
                POSITION,
                version,
                AT,
                AT);
    }

    private String byKey() {
        return "{_id: 'acme/%s/phone'}".formatted(user);
    }

    private String inactive(String document) {
        return document.replace("\"active\": true", "\"active\": false")
                .replaceAll("\"address\": \"[^\"]*\"", "\"address\": \"acme/" + user + "/phone\"")
                .replace("{\"$numberLong\": \"1\"}", "{\"$numberLong\": \"2\"}");
    }

    private String phoneDocument() {
        return document(
                """
                "platform": "ANDROID", "target": {"token": "t-%1$s"}, "address": "token:t-%1$s"
                """);
    }

    private String browserDocument() {
        return document(
                """
                "platform": "WEB",
                "target": {"endpoint": "https://push.example.org/%1$s", "auth": "auth", "p256dh": "p256dh"},
                "address": "https://push.example.org/%1$s"
                """);
    }

    private String document(String target) {
        return """
        {"_id": "acme/%1$s/phone", "id": "64b7f1a2c3d4e5f60718293d", "org": "acme", "user": "%1$s", "device": "phone",
         %2$s, "active": true, "changed_by": "push.commands-0@7/0", "version": {"$numberLong": "1"},
         "created_at": {"$date": "2026-01-01T00:00:00.003Z"}, "updated_at": {"$date": "2026-01-01T00:00:00.003Z"}}
        """
                .formatted(user, target.formatted(user));
    }
}
