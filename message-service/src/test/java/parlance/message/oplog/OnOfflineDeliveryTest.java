package parlance.message.oplog;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.kit.ReceivedEvent;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OnOfflineDeliveryTest {

    private static final Instant NOW = Instant.parse("2100-01-01T12:00:00Z");

    private final CommandClient client = CommandClient.shared();

    @Inject OnOfflineDelivery listener;
    @Inject ConversationFixture conversationFixture;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void logsAPacketOnceHoweverOftenItComes() {
        var missed = Missing.of(bob, Missing.packet("once"));
        client.publish(missed);
        client.publish(missed);
        client.publish(Missing.of(bob, Missing.packet("then")));

        var log = Missing.awaitLog(client, bob, 2);

        assertThat(bodiesOf(log)).containsExactly("once", "then");
        assertThat(log.get(0).get("_id").asLong()).isLessThan(log.get(1).get("_id").asLong());
    }

    @Test
    void aReplayedBatchChangesNothing() {
        var batch = List.of(heard(1, NOW, "one"), heard(2, NOW, "two"));
        listener.handle(batch);
        var before = Missing.awaitLog(client, bob, 2);

        listener.handle(batch);

        assertThat(Missing.log(client, bob, Missing.EVERYTHING)).isEqualTo(before);
    }

    @Test
    void everyEntryOfAUserIsLaterThanTheOneBefore() {
        listener.handle(List.of(heard(1, NOW, "one"), heard(2, NOW, "two")));
        // The broker's clock has been set back.
        listener.handle(List.of(heard(3, NOW.minusSeconds(30), "three")));

        var log = Missing.awaitLog(client, bob, 3);

        assertThat(bodiesOf(log)).containsExactly("one", "two", "three");
        assertThat(log.stream().map(entry -> entry.get("created_at").asText()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void logsOnlyWhatIsToBeLogged() {
        var pushOnly =
                new OfflineDelivery(
                        new RawJson(Missing.packet("push only")),
                        Missing.position(),
                        List.of(bob.userId()),
                        null,
                        Set.of(OfflinePolicy.PUSH));
        client.publish(pushOnly);
        client.publish(Missing.of(bob, Missing.packet("logged")));

        assertThat(bodiesOf(Missing.awaitLog(client, bob, 1))).containsExactly("logged");
    }

    @Test
    void whoIsAbsentFindsWhatHappenedInTheConversation() {
        var team = conversationFixture.begin(group(ann, bob));
        var mid = ConversationFixture.say(client, ann, team, "hello");
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello all"));
        client.ask(Route.MESSAGE_REACTIONS_UPDATE, ann, Map.of("mid", mid, "add", "smile"));
        client.ask(
                Route.SYSTEM_MESSAGE,
                ann,
                Map.of("id", "s1", "cid", team.id(), "x", Map.of("never", "logged")));
        client.ask(
                Route.MESSAGE_DELETE,
                ann,
                Map.of("cid", team.id(), "type", "all", "ids", List.of(mid)));

        var log = Missing.awaitLog(client, bob, 4);

        assertThat(log.stream().map(entry -> entry.get("packet").fieldNames().next()))
                .containsExactly(
                        "message", "message_edit", "message_reactions_update", "message_delete");
        assertThat(Missing.log(client, ann, Missing.EVERYTHING)).as("her own doings").isEmpty();
    }

    @Test
    void everyQueryHasItsIndexAndWhatExpiresIsRemoved() {
        assertThat(keysOf("operations"))
                .contains("[_id]", "[user, at]", "[user, claimed_by, number]", "[expires_at]");
        assertThat(keysOf("operation_packets")).contains("[_id]", "[expires_at]");
        for (var collection : List.of("operations", "operation_packets")) {
            assertThat(indexes(collection))
                    .filteredOn(index -> index.containsKey("expireAfterSeconds"))
                    .extracting(index -> index.get("key", Document.class).keySet().toString())
                    .containsExactly("[expires_at]");
        }
    }

    private ReceivedEvent<OfflineDelivery> heard(long offset, Instant at, String body) {
        return new ReceivedEvent<>(
                Missing.of(bob, Missing.packet(body)),
                new Position("deliveries.offline-" + bob.userId(), offset, 0),
                at);
    }

    private static List<String> bodiesOf(List<JsonNode> log) {
        return log.stream().map(entry -> entry.at("/packet/message/body").asText()).toList();
    }

    private List<String> keysOf(String collection) {
        return indexes(collection).stream()
                .map(index -> index.get("key", Document.class).keySet().toString())
                .toList();
    }

    private List<Document> indexes(String collection) {
        return mongo.getDatabase(database)
                .getCollection(collection)
                .listIndexes()
                .into(new ArrayList<>());
    }
}
