package parlance.user.account;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AccountDocumentTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00.003Z");

    @Inject AccountStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId id = new UserId(CommandClient.mintedId());
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "accounts");
    }

    @Test
    void anAccountStandsInTheDatabaseLikeThis() {
        store.addOnce(full());

        assertThat(stored.get(byId())).isEqualTo(json(fullDocument()));
    }

    @Test
    void whatAUserDoesNotTellIsStoredAsNull() {
        store.addOnce(sparse());

        assertThat(stored.get(byId())).isEqualTo(json(sparseDocument()));
    }

    @Test
    void aChangedAccountKeepsTheShape() {
        store.addOnce(sparse());
        store.replace(sparse().withSuspended(true, CREATED));

        var changed = sparseDocument().replace("\"suspended\": false", "\"suspended\": true");
        assertThat(stored.get(byId()))
                .isEqualTo(
                        json(
                                changed.replace(
                                        "{\"$numberLong\": \"1\"}", "{\"$numberLong\": \"2\"}")));
    }

    @Test
    void laterActivityAndANewHashChangeNothingElse() {
        store.addOnce(sparse());
        store.recordActivity(ORGANIZATION, id, Instant.parse("2026-02-01T00:00:00.004Z"));
        store.recordActivity(ORGANIZATION, id, CREATED);
        store.replaceHash(sparse(), "other");

        assertThat(stored.get(byId()))
                .isEqualTo(
                        json(
                                sparseDocument()
                                        .replace("\"hash\"", "\"other\"")
                                        .replace(
                                                "\"recent_activity\": {\"$date\": \"2026-01-01T00:00:00.003Z\"}",
                                                "\"recent_activity\": {\"$date\": \"2026-02-01T00:00:00.004Z\"}")));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(fullDocument());

        assertThat(store.find(ORGANIZATION, id)).contains(full());
    }

    @Test
    void anAccountFromBeforeSuspensionsIsNotSuspended() {
        stored.add(sparseDocument().replace(", \"suspended\": false, \"signed_up_on\": null", ""));

        assertThat(store.find(ORGANIZATION, id)).contains(sparse());
    }

    private Account full() {
        return account(
                new Profile(
                        "Ann" + id,
                        "Ann@" + id,
                        "+1" + id,
                        "Ann",
                        "Lee",
                        new ImageRef(new FileId("65f1a0b2c3d4e5f601234567"), "a.png", null)));
    }

    private Account sparse() {
        return account(new Profile("Ann" + id, null, null, null, null, null));
    }

    private Account account(Profile profile) {
        var position = new Position("user.commands-1", 7, 0);
        return Account.opened(id, ORGANIZATION, profile, "hash", CREATED, position, null);
    }

    private String byId() {
        return "{_id: {$oid: '%s'}}".formatted(id);
    }

    private String fullDocument() {
        return document(
                """
                "email": "Ann@%1$s", "phone": "+1%1$s", "first_name": "Ann", "last_name": "Lee",
                "avatar": {"file_id": "65f1a0b2c3d4e5f601234567", "file_name": "a.png", "file_blur_hash": null},
                """,
                full().profile(), "=ann@" + id, "=+1" + id);
    }

    private String sparseDocument() {
        return document(
                """
                "email": null, "phone": null, "first_name": null, "last_name": null, "avatar": null,
                """,
                sparse().profile(),
                "-" + id,
                "-" + id);
    }

    private String document(String told, Profile profile, String emailKey, String phoneKey) {
        var pieces = NGrams.of(profile).stream().map(piece -> '"' + piece + '"');
        return """
        {"_id": {"$oid": "%1$s"}, "org": "acme", "login": "Ann%1$s", %2$s "pieces": [%3$s],
         "login_key": "=ann%1$s", "login_skeleton": "%6$s", "email_key": "%4$s", "phone_key": "%5$s", "password_hash": "hash",
         "recent_activity": {"$date": "2026-01-01T00:00:00.003Z"}, "created_at": {"$date": "2026-01-01T00:00:00.003Z"},
         "updated_at": {"$date": "2026-01-01T00:00:00.003Z"}, "version": {"$numberLong": "1"},
         "changed_by": "user.commands-1@7/0", "suspended": false, "signed_up_on": null}
        """
                .formatted(
                        id,
                        told.formatted(id),
                        pieces.collect(joining(", ")),
                        emailKey,
                        phoneKey,
                        LookAlikes.skeletonOf("ann" + id));
    }
}
