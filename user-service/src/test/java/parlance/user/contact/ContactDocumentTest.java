package parlance.user.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ContactDocumentTest {

    private static final ContactFields FULL =
            new ContactFields(
                    "Bob",
                    "Lee",
                    "Acme",
                    List.of(new ContactValue("home", "b@example.org")),
                    List.of());
    private static final ContactFields SPARSE =
            new ContactFields(null, null, null, null, List.of(new ContactValue("work", "+1")));

    @Inject ContactStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final ContactId id = new ContactId(CommandClient.mintedId());
    private final Caller owner = SignedUpUser.newOne(CommandClient.shared()).caller();
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "contacts");
    }

    @Test
    void aContactStandsInTheDatabaseLikeThis() {
        store.addOnce(List.of(contact(FULL)));

        assertThat(stored.get(byId())).isEqualTo(json(fullDocument()));
    }

    @Test
    void whatIsNotGivenIsStoredAsNull() {
        store.addOnce(List.of(contact(SPARSE)));

        assertThat(stored.get(byId())).isEqualTo(json(sparseDocument()));
    }

    @Test
    void aChangedContactKeepsTheShape() {
        store.addOnce(List.of(contact(SPARSE)));
        store.replace(contact(SPARSE), contact(FULL));

        assertThat(stored.get(byId())).isEqualTo(json(fullDocument()));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(fullDocument());

        assertThat(found()).containsExactly(contact(FULL));
    }

    @Test
    void whatIsNotGivenIsReadAsNone() {
        stored.add(sparseDocument());

        assertThat(found()).containsExactly(contact(SPARSE));
    }

    private List<Contact> found() {
        return store.find(owner, List.of(id), null, 10);
    }

    private Contact contact(ContactFields fields) {
        return new Contact(
                id,
                owner.organizationId(),
                owner.userId(),
                fields,
                Instant.parse("2026-01-01T00:00:00.003Z"),
                Instant.parse("2026-01-01T00:00:00.004Z"),
                new Position("user.commands-1", 7, 0));
    }

    private String byId() {
        return "{_id: {$oid: '%s'}}".formatted(id.value());
    }

    private String fullDocument() {
        return document(
                """
                "first_name": "Bob", "last_name": "Lee", "company": "Acme",
                "email": [{"type": "home", "value": "b@example.org"}], "phone": []
                """);
    }

    private String sparseDocument() {
        return document(
                """
                "first_name": null, "last_name": null, "company": null, "email": null,
                "phone": [{"type": "work", "value": "+1"}]
                """);
    }

    private String document(String fields) {
        return """
        {"_id": {"$oid": "%s"}, "org": "default", "user": "%s", %s, "created_at": {"$date": "2026-01-01T00:00:00.003Z"},
         "updated_at": {"$date": "2026-01-01T00:00:00.004Z"}, "changed_by": "user.commands-1@7/0"}
        """
                .formatted(id.value(), owner.userId(), fields);
    }
}
