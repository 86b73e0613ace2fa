package parlance.user.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.session.SessionCut;
import parlance.kit.directory.BlockListStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SessionCutView;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class DeleteUserTest {

    private final CommandClient client = CommandClient.shared();

    @Inject BlockListStore readModel;
    @Inject SessionCutView sessionCuts;

    private final String email = SignedUpUser.newName() + "@example.org";
    private SignedUpUser ann;
    private SignedUpUser bob;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.with(client, Map.of("email", email));
        bob = SignedUpUser.newOne(client);
    }

    @Test
    void theUserIsGoneAndTheSocketIsNobodys() {
        var answer = ann.asks(Route.USER_DELETE, Map.of());

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(answer.unbinds()).isTrue();
        var ids = Map.of("ids", List.of(ann.id()));
        assertThat(bob.asks(Route.GET_USERS_BY_IDS, ids).response().path("users")).isEmpty();
        var sameLogin = Map.of("login", ann.login(), "password", "secret");
        assertThat(client.ask(Route.USER_CREATE, null, sameLogin).response().has("user")).isTrue();
    }

    @Test
    void theOtherServicesHearOfItAndAllSessionsEnd() {
        ann.asks(Route.USER_DELETE, Map.of());

        try (var events = client.view(Topic.USER_EVENTS);
                var commands = client.view(Topic.AUTH_COMMANDS)) {
            events.await(seen ->
                    ann.id().equals(seen.key())
                            && seen.value().path("type").asText().equals("user_deleted"));
            var end = commands.await(seen -> ann.id().equals(seen.key()));
            assertThat(end.has(RecordHeaderNames.COMMAND, "sessions_end")).isTrue();
            assertThat(end.value().has("except")).isFalse();
        }
    }

    @Test
    void noSessionIsGoodAnyMoreOnceItIsAnswered() {
        ann.asks(Route.USER_DELETE, Map.of());

        assertThat(sessionCuts.of(ann)).hasValue(SessionCut.ofAll());
        assertThat(sessionCuts.of(bob)).isEmpty();
    }

    @Test
    void conversationServiceIsToldToLetTheUserGo() {
        ann.asks(Route.USER_DELETE, Map.of());

        try (var commands = client.view(Topic.CONVERSATION_COMMANDS)) {
            var leave = commands.await(seen -> ann.id().equals(seen.key()));
            assertThat(leave.has(RecordHeaderNames.COMMAND, "conversations_leave")).isTrue();
            assertThat(leave.value().path("user_id").asText()).isEqualTo(ann.id());
        }
    }

    @Test
    void blocksEndInBothDirections() {
        ann.asks(Route.BLOCK_USER, Map.of("ids", List.of(bob.id())));
        bob.asks(Route.BLOCK_USER, Map.of("ids", List.of(ann.id())));

        ann.asks(Route.USER_DELETE, Map.of());

        var listed = bob.asks(Route.LIST_BLOCKED_USERS, Map.of()).response().path("users");
        assertThat(listed).isEmpty();
        assertThat(readModel.find(List.of(bob.caller().userId(), ann.caller().userId())))
                .containsOnlyKeys(bob.caller().userId())
                .containsEntry(bob.caller().userId(), java.util.Set.of());
    }

    @Test
    void contactsMatchTheUserNoMore() {
        var entry = List.of(Map.of("type", "home", "value", email));
        bob.asks(Route.CONTACT_ADD, Map.of("first_name", "Ann", "email", entry));
        assertThat(emailOfBobsContact().path("matched_user_id").asText()).isEqualTo(ann.id());

        ann.asks(Route.USER_DELETE, Map.of());

        assertThat(emailOfBobsContact().has("matched_user_id")).isFalse();
        assertThat(emailOfBobsContact().path("value").asText()).isEqualTo(email);
    }

    @Test
    void theSameTwiceSucceeds() {
        ann.asks(Route.USER_DELETE, Map.of());

        var again = ann.asks(Route.USER_DELETE, Map.of());

        assertThat(again.response().path("success").asBoolean()).isTrue();
    }

    private JsonNode emailOfBobsContact() {
        return bob.asks(Route.CONTACT_LIST, Map.of())
                .response()
                .path("contacts")
                .path(0)
                .path("email")
                .path(0);
    }
}
