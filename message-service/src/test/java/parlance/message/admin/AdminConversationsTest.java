package parlance.message.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.person;
import static parlance.testing.http.ServiceRequests.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.message.OtherServices;
import parlance.message.listing.ListedConversations;
import parlance.message.tail.ConversationTail;
import parlance.message.tail.ConversationTailStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class AdminConversationsTest {

    private static final Instant CHANGED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant SAID = Instant.parse("2030-01-01T00:00:00Z");

    @Inject ConversationTailStore tails;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private ConversationId team;
    private ConversationId quiet;

    @BeforeEach
    void begin() {
        team = ListedConversations.add("g", "Team", CHANGED, ann, bob).id();
        quiet = ListedConversations.add("g", "Quiet", CHANGED, ann, person("cat")).id();
        tails.advance(List.of(new ConversationTail(team, 1, SAID, 0)));
    }

    @Test
    void showsWhoTakesPartAndWhoLeadsAndNothingThatWasSaid() {
        var answer = ask("/admin/conversations/" + team);

        var conversation = answer.as(JsonNode.class).path("conversation");
        assertThat(conversation.path("_id").asText()).isEqualTo(team.value());
        assertThat(conversation.path("type").asText()).isEqualTo("g");
        assertThat(conversation.path("name").asText()).isEqualTo("Team");
        assertThat(conversation.path("participants_count").asInt()).isEqualTo(2);
        assertThat(Instant.parse(conversation.path("last_activity").asText())).isEqualTo(SAID);
        assertThat(texts(answer.as(JsonNode.class).path("participants")))
                .containsExactlyInAnyOrder(ann.userId().value(), bob.userId().value());
        assertThat(texts(answer.as(JsonNode.class).path("admins")))
                .containsExactly(ann.userId().value());
        assertThat(answer.asString()).doesNotContain("last_message");
    }

    @Test
    void listsAUsersConversationsTheLastMovedFirst() {
        var answer = ask("/admin/users/" + ann.userId() + "/conversations");

        assertThat(ids(answer)).containsExactly(team.value(), quiet.value());
        assertThat(answer.asString()).doesNotContain("last_message");
        assertThat(ids(ask("/admin/users/" + bob.userId() + "/conversations")))
                .containsExactly(team.value());
    }

    @Test
    void theNextPageIsWhatMovedBeforeTheLastOfThisOne() {
        var next = ask("/admin/users/" + ann.userId() + "/conversations?before=" + SAID);

        assertThat(ids(next)).containsExactly(quiet.value());
    }

    @Test
    void anotherOrganizationHasNeitherTheUserNorTheConversation() {
        var other = "?organizationId=other";

        ask("/admin/conversations/" + team + other).then().statusCode(404);
        assertThat(ids(ask("/admin/users/" + ann.userId() + "/conversations" + other))).isEmpty();
    }

    @Test
    void idsThatCannotBeAnybodysNameNothing() {
        ask("/admin/conversations/nonsense").then().statusCode(404);
        assertThat(ids(ask("/admin/users/nonsense/conversations"))).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutTheKey() {
        administrator("a guess").get("/admin/conversations/" + team).then().statusCode(401);
        administrator("a guess")
                .get("/admin/users/" + ann.userId() + "/conversations")
                .then()
                .statusCode(401);
    }

    private static Response ask(String path) {
        return administrator().get(path);
    }

    private static List<String> ids(Response page) {
        return page.as(JsonNode.class).path("conversations").findValuesAsText("_id");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
