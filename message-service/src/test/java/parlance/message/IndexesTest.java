package parlance.message;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.ids;
import static parlance.message.People.person;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.internalapi.conversation.Candidate;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.listing.ConversationSummaries;
import parlance.message.listing.SummariesQuery;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.queries.SeenQueries;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class IndexesTest {

    /** At least so many kinds of query the requests below lead to. */
    private static final int KINDS = 20;

    @Inject ConversationFixture conversationFixture;
    @Inject ConversationSummaries summaries;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void everyQueryHasAnIndexThatServesItsFilterAndItsSort() {
        try (var client = CommandClient.start()) {
            doEverything(client, conversationFixture.begin(group(ann, bob)));
        }

        assertThat(SeenQueries.withoutIndex(mongo.getDatabase(database))).isEmpty();
        assertThat(SeenQueries.all()).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    private void doEverything(CommandClient client, DirectoryConversation team) {
        var cid = team.id();
        var one = ConversationFixture.say(client, ann, team, "one");
        var two = ConversationFixture.say(client, ann, team, "two");
        client.ask(
                Route.SEND_MESSAGE,
                bob,
                Map.of("cid", cid, "body", "three", "replied_message_id", one));
        var now = Instant.now().toString();
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", one, "body", "1"));
        client.ask(Route.MESSAGE_REACTIONS_UPDATE, bob, Map.of("mid", one, "add", "+1"));
        client.ask(Route.MESSAGE_REACTIONS_LIST, bob, Map.of("mid", one));
        client.ask(Route.MESSAGE_READ, bob, Map.of("cid", cid, "ids", List.of(two)));
        client.ask(Route.MESSAGE_READ, bob, Map.of("cid", cid));
        for (var times : List.of(Map.of(), Map.of("gt", now), Map.of("lt", now))) {
            ConversationFixture.list(client, ann, team, Map.of("updated_at", times));
        }
        ConversationFixture.list(client, ann, team, Map.of("ids", List.of(one)));
        delete(client, team, "myself", one);
        delete(client, team, "all", two);
        client.ask(Route.PUBLISH_CONVERSATION_CHANGE, ann, change(team));
        client.ask(Route.PUBLISH_CONVERSATION_CHANGE, ann, directChange());
        client.ask(Route.OP_LOG_LIST, ann, Map.of("created_at", Map.of("lt", now)));
        heads(team);
    }

    private void delete(CommandClient client, DirectoryConversation team, String type, String mid) {
        client.ask(
                Route.MESSAGE_DELETE,
                ann,
                Map.of("cid", team.id(), "type", type, "ids", List.of(mid)));
    }

    private ConversationChange change(DirectoryConversation team) {
        var said = new Said(ann.userId(), "bob has been added", new RawJson("{}"));
        return new ConversationChange(
                team.id(),
                team.organizationId(),
                "g",
                2,
                0,
                new RawJson("{}"),
                ids(ann, bob),
                List.of(said));
    }

    private ConversationChange directChange() {
        var pair = People.conversation("u", ann, bob);
        return new ConversationChange(
                pair.id(),
                pair.organizationId(),
                "u",
                2,
                0,
                new RawJson("{}"),
                ids(ann, bob),
                List.of());
    }

    private void heads(DirectoryConversation team) {
        var query =
                new SummariesQuery(
                        bob.userId(),
                        List.of(new Candidate(team.id(), null, Instant.EPOCH)),
                        null,
                        null,
                        10);
        summaries.page(query);
    }
}
