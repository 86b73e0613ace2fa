package parlance.presence.online;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListOnlineUsersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final CommandClient client = CommandClient.shared();

    @Inject PresenceStore presences;

    private final String organization = PresenceFixture.organization();
    private final Caller ann = PresenceFixture.personIn(organization);

    @Test
    void whoCameLastIsFirstAndTheAskerIsThereFromTheStart() {
        var bob = isOnline(organization, 1);
        var cat = isOnline(organization, 2);
        isOnline(PresenceFixture.organization(), 3);

        assertThat(ids(Map.of())).containsExactly(id(ann), id(cat), id(bob));
        assertThat(list(Map.of("count", true)).toString()).isEqualTo("{\"count\":3}");
        assertThat(ids(Map.of("limit", 1))).containsExactly(id(ann));
        assertThat(ids(Map.of("limit", 2))).containsExactly(id(ann), id(cat));
        assertThat(ids(Map.of("limit", 2, "offset", 1))).containsExactly(id(cat), id(bob));
        assertThat(ids(Map.of("offset", "3"))).isEmpty();
    }

    @Test
    void whoIsNotedIsNotCountedTwice() {
        presences.replace(List.of(arrived(ann, 5)));
        var bob = isOnline(organization, 1);

        assertThat(ids(Map.of())).containsExactly(id(ann), id(bob));
        assertThat(list(Map.of("count", true)).get("count").asInt()).isEqualTo(2);
    }

    @Test
    void usersAreThemselvesUnlessOnlyIdsAreWanted() {
        var user = list(Map.of()).at("/users/0");

        assertThat(user.path("_id").asText()).isEqualTo(id(ann));
        assertThat(user.path("native_id").asText()).isEqualTo(id(ann));
        assertThat(user.path("login").asText()).isEqualTo("login-" + id(ann));
    }

    @Test
    void tenAreListedUnlessMoreAreWanted() {
        for (int i = 0; i < 12; i++) {
            isOnline(organization, i);
        }

        assertThat(ids(Map.of())).hasSize(10);
        assertThat(ids(Map.of("limit", 100))).hasSize(13);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusalOf("count", "yes")).isEqualTo("\"count\" must be a boolean");
        assertThat(refusalOf("idsOnly", 1)).isEqualTo("\"idsOnly\" must be a boolean");
        assertThat(refusalOf("limit", "many")).isEqualTo("\"limit\" must be a number");
        assertThat(refusalOf("limit", 0)).isEqualTo("\"limit\" must be greater than or equal to 1");
        assertThat(refusalOf("limit", 101))
                .isEqualTo("\"limit\" must be less than or equal to 100");
        assertThat(refusalOf("offset", -1))
                .isEqualTo("\"offset\" must be greater than or equal to 0");
    }

    private Caller isOnline(String where, int second) {
        var user = PresenceFixture.personIn(where);
        presences.replace(List.of(arrived(user, second)));
        return user;
    }

    private static Presence arrived(Caller user, int second) {
        var by = new Position("connections-0", 1, 0);
        return Presence.arrived(user.userId(), user.organizationId(), NOON.plusSeconds(second), by);
    }

    private List<String> ids(Map<String, ?> request) {
        var withIds = new HashMap<String, Object>(request);
        withIds.put("idsOnly", true);
        var ids = new ArrayList<String>();
        list(withIds).get("users").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** The answer without the request's id. */
    private JsonNode list(Map<String, ?> request) {
        return client.ask(Route.ONLINE_LIST, ann, request)
                .response()
                .<ObjectNode>deepCopy()
                .without("id");
    }

    private String refusalOf(String field, Object value) {
        return client.ask(Route.ONLINE_LIST, ann, Map.of(field, value)).errorText();
    }

    private static String id(Caller user) {
        return user.userId().value();
    }
}
