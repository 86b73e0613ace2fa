package parlance.message.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.message.OtherServices;
import parlance.testing.infra.ParlanceInfrastructure;

/** The stand-in for MongoDB explains no plans: what is declared must cover what is asked. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class MessageStoreTest {

    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Test
    void everyQueryOnMessagesHasItsIndex() {
        assertThat(keysOf("messages"))
                .contains("[_id]", "[cid, seq]", "[client_key]", "[cid, updated_at, seq]");
    }

    @Test
    void everyQueryOnReadStatesHasItsIndex() {
        assertThat(keysOf("read_states")).contains("[_id]", "[cid, up_to]", "[cid, beyond]");
    }

    private List<String> keysOf(String collection) {
        return mongo.getDatabase(database)
                .getCollection(collection)
                .listIndexes()
                .map(index -> index.get("key", Document.class).keySet().toString())
                .into(new ArrayList<>());
    }
}
