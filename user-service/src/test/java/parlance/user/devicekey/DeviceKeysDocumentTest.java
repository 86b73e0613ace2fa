package parlance.user.devicekey;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.devicekey.DeviceKeys.HandedOut;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class DeviceKeysDocumentTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final DeviceId PHONE = new DeviceId("phone");

    @Inject DeviceKeyStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId owner = new UserId(CommandClient.mintedId());
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "device_keys");
    }

    @Test
    void theKeysOfADeviceStandInTheDatabaseLikeThis() {
        store.save(keys(1));

        assertThat(stored.getWithoutId(byOwner())).isEqualTo(json(document(1)));
        assertThat(stored.get(byOwner())).contains("\"_id\": {\n    \"$oid\": ");
    }

    @Test
    void aChangedDeviceKeepsItsIdAndTheShape() {
        store.save(keys(1));
        var before = idOf(stored.get(byOwner()));
        store.save(keys(2));

        assertThat(stored.getWithoutId(byOwner())).isEqualTo(json(document(2)));
        assertThat(idOf(stored.get(byOwner()))).isEqualTo(before);
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document(1));

        assertThat(store.find(ORGANIZATION, owner, PHONE)).contains(keys(1));
        assertThat(store.find(ORGANIZATION, List.of(owner))).containsExactly(keys(1));
    }

    private DeviceKeys keys(long version) {
        return new DeviceKeys(
                ORGANIZATION,
                owner,
                PHONE,
                new SessionId("65f1a0b2c3d4e5f601234567"),
                "identity",
                "signed",
                List.of(new RawJson("\"text\""), new RawJson("{\"a\":1}")),
                List.of(
                        new HandedOut(new Position("user.queries-2", 8, 0), new RawJson("7")),
                        new HandedOut(new Position("user.queries-2", 9, 0), null)),
                new Position("user.commands-1", 7, 0),
                false,
                version);
    }

    private String byOwner() {
        return "{user: '%s'}".formatted(owner);
    }

    private static ObjectId idOf(String document) {
        return BsonDocument.parse(document).getObjectId("_id").getValue();
    }

    private String document(long version) {
        return """
        {"org": "acme", "user": "%s", "device": "phone", "session": "65f1a0b2c3d4e5f601234567",
         "identity_key": "identity", "signed_key": "signed", "one_time_keys": ["\\"text\\"", "{\\"a\\":1}"],
         "handed_out": [{"position": "user.queries-2@8/0", "key": "7"}, {"position": "user.queries-2@9/0", "key": null}],
         "changed_by": "user.commands-1@7/0", "removed": false, "version": {"$numberLong": "%d"}}
        """
                .formatted(owner, version);
    }
}
