package parlance.conversation.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.conversation.OtherServices;
import parlance.conversation.conversation.Beginnings;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class AdminConversationsTest {

    private static final Instant SAID = Instant.parse("2030-01-01T00:00:00Z");

    @TestHTTPResource URI base;

    @ConfigProperty(name = "parlance.admin.api-key")
    String key;

    @Inject Beginnings beginnings;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private ConversationId team;
    private ConversationId quiet;

    @BeforeEach
    void begin() {
        team = beginnings.begin("g", "Team", ann, bob);
        quiet = beginnings.begin("g", "Quiet", ann, caller("cat"));
        OtherServices.say(team, SAID);
    }

    @Test
    void showsWhoTakesPartAndWhoLeadsAndNothingThatWasSaid() {
        var answer = ask("/admin/conversations/" + team);

        var conversation = answer.json().path("conversation");
        assertThat(conversation.path("_id").asText()).isEqualTo(team.value());
        assertThat(conversation.path("type").asText()).isEqualTo("g");
        assertThat(conversation.path("name").asText()).isEqualTo("Team");
        assertThat(conversation.path("participants_count").asInt()).isEqualTo(2);
        assertThat(Instant.parse(conversation.path("last_activity").asText())).isEqualTo(SAID);
        assertThat(texts(answer.json().path("participants")))
                .containsExactlyInAnyOrder(ann.userId().value(), bob.userId().value());
        assertThat(texts(answer.json().path("admins"))).containsExactly(ann.userId().value());
        assertThat(answer.text()).doesNotContain("last_message");
    }

    @Test
    void listsAUsersConversationsTheLastMovedFirst() {
        var answer = ask("/admin/users/" + ann.userId() + "/conversations");

        assertThat(ids(answer)).containsExactly(team.value(), quiet.value());
        assertThat(answer.text()).doesNotContain("last_message");
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

        assertThat(ask("/admin/conversations/" + team + other).status()).isEqualTo(404);
        assertThat(ids(ask("/admin/users/" + ann.userId() + "/conversations" + other))).isEmpty();
    }

    @Test
    void idsThatCannotBeAnybodysNameNothing() {
        assertThat(ask("/admin/conversations/nonsense").status()).isEqualTo(404);
        assertThat(ids(ask("/admin/users/nonsense/conversations"))).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutTheKey() {
        key = "a guess";

        assertThat(ask("/admin/conversations/" + team).status()).isEqualTo(401);
        assertThat(ask("/admin/users/" + ann.userId() + "/conversations").status()).isEqualTo(401);
    }

    private Answer ask(String path) {
        var door = new HttpDoor(URI.create(base.toString().replaceFirst("/$", "")));
        return door.get(path, Map.of("admin-api-key", key));
    }

    private static List<String> ids(Answer page) {
        return page.json().path("conversations").findValuesAsText("_id");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
