package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.blocklist.BlockList.Entry;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class BlockListDocumentTest {

    private static final UserId BLOCKED = new UserId("65f1a0b2c3d4e5f601234567");
    private static final Function<UserId, BlockList> LIST =
            owner ->
                    new BlockList(
                            owner,
                            List.of(
                                    new Entry(BLOCKED, true),
                                    new Entry(new UserId("not an object id"), false)),
                            1,
                            new Position("user.commands-1", 7, 0));

    @Inject UserBlockListStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final UserId owner = new UserId(CommandClient.mintedId());
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "block_lists");
    }

    @Test
    void aBlockListStandsInTheDatabaseLikeThis() {
        store.save(LIST.apply(owner));

        assertThat(stored.get("{_id: {$oid: '%s'}}".formatted(owner))).isEqualTo(json(document()));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document());

        assertThat(store.get(owner)).isEqualTo(LIST.apply(owner));
    }

    @Test
    void anOwnerIsFoundByAnEntry() {
        stored.add(document().replace(BLOCKED.value(), owner.value() + "x"));

        assertThat(store.ownersOfListsWith(new UserId(owner.value() + "x"))).containsExactly(owner);
    }

    private String document() {
        return """
        {"_id": {"$oid": "%s"}, "entries": [{"user": "65f1a0b2c3d4e5f601234567", "enabled": true},
         {"user": "not an object id", "enabled": false}], "version": {"$numberLong": "1"},
         "changed_by": "user.commands-1@7/0"}
        """
                .formatted(owner);
    }
}
