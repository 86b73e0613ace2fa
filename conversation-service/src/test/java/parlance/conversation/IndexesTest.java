package parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.conversation.RejoinConversation;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.listing.ConversationPages;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ShownQuery;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.queries.SeenQueries;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class IndexesTest {

    /** At least so many kinds of query the requests below lead to. */
    private static final int KINDS = 8;

    @Inject ConversationFixture conversationFixture;
    @Inject ConversationPages pages;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void everyQueryHasAnIndexThatServesItsFilterAndItsSort() {
        try (var client = CommandClient.start()) {
            doEverything(client);
        }

        assertThat(SeenQueries.withoutIndex(mongo.getDatabase(database))).isEmpty();
        assertThat(SeenQueries.all()).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    private void doEverything(CommandClient client) {
        conversationFixture.begin("u", null, ann, bob);
        conversationFixture.begin("u", null, ann, bob);
        var team = conversationFixture.group(ann, bob);
        var news = conversationFixture.begin("c", "News", ann);
        var organization = bob.organizationId();
        pages.findCandidates(new CandidatesQuery(organization, bob.userId(), null, "e"));
        pages.findCandidates(new CandidatesQuery(organization, bob.userId(), null, null));
        pages.findCandidates(new CandidatesQuery(organization, bob.userId(), List.of(team), null));
        pages.findShown(new ShownQuery(organization, bob.userId(), List.of(team)));
        client.ask(Route.GET_PARTICIPANTS_BY_CIDS, bob, Map.of("cids", List.of(team)));
        client.ask(Route.GET_ADMINS_BY_CIDS, ann, Map.of("cids", List.of(team)));
        // Answered by message-service, which is not there.
        send(client, Route.CONVERSATION_SUBSCRIBE, bob, Map.of("cid", news));
        send(client, Route.CONVERSATION_UPDATE, ann, Map.of("id", team, "name", "Crew"));
        send(client, Route.CONVERSATION_DELETE, bob, Map.of("id", team));
        var everywhere = new LeaveAllConversations(ann.organizationId(), bob.userId());
        send(client, Route.LEAVE_ALL_CONVERSATIONS, null, everywhere);
        send(client, Route.CONVERSATION_REJOIN, ann, new RejoinConversation(team, 1));
        send(client, Route.REMOVE_DELETED_USER, null, new RemoveDeletedUser(news, bob.userId()));
        // Each behind everything else of its conversation.
        for (var cid : List.of(team, news)) {
            var handler = Map.of("cid", cid, "content", "accept()");
            client.ask(Route.CONVERSATION_HANDLER_CREATE, ann, handler);
            client.ask(Route.GET_CONVERSATION_HANDLER, ann, Map.of("cid", cid));
            client.ask(Route.CONVERSATION_HANDLER_DELETE, ann, Map.of("cid", cid));
        }
    }

    private static void send(
            CommandClient client, Route route, @Nullable Caller caller, Object request) {
        client.send(route, caller, request, CommandClient.mintedId());
    }
}
