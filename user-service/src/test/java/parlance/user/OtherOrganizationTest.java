package parlance.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/**
 * Every request that takes an id, with another organization's: the answer is what an id of nobody's
 * gets, and nothing changes.
 */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class OtherOrganizationTest {

    private static final String NOBODY = "0123456789abcdef01234567";

    private final CommandClient client = CommandClient.shared();

    private SignedUpUser ann;
    private SignedUpUser eve;
    private String contact;

    @BeforeEach
    void enter() {
        ann = SignedUpUser.newOne(client);
        eve = SignedUpUser.newOne(client).in("other");
        ann.asks(
                Route.DEVICE_REGISTER,
                Map.of("identity_key", "i", "signed_key", "s", "one_time_pre_keys", List.of("k")));
        contact =
                ann.asks(
                                Route.CONTACT_ADD,
                                Map.of(
                                        "first_name",
                                        "Bob",
                                        "phone",
                                        List.of(Map.of("type", "home", "value", "12345"))))
                        .response()
                        .path("contact")
                        .path("_id")
                        .asText();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET_USERS_BY_IDS | {'ids':['ANN']}",
                "USER_SEARCH      | {'keyword':'LOGIN'}",
                "USER_SEARCH      | {'keyword':'LOGIN','ignore_ids':['ANN']}",
                "BLOCK_USER       | {'ids':['ANN']}",
                "UNBLOCK_USER     | {'ids':['ANN']}",
                "REQUEST_KEYS     | {'user_ids':['ANN']}",
                "DEVICE_DELETE    | {'device_id':'ANN'}",
                "CONTACT_UPDATE   | {'id':'CONTACT','first_name':'Eve'}",
                "CONTACT_DELETE   | {'id':'CONTACT'}",
                "CONTACT_LIST     | {'ids':['CONTACT']}"
            })
    void idsOfAnotherOrganizationNameNothing(Route route, String request) {
        var before = state();

        var real = answer(route, request, ann.id(), ann.login(), contact);

        assertThat(real).isEqualTo(answer(route, request, NOBODY, NOBODY, NOBODY));
        assertThat(state()).isEqualTo(before);
        assertThat(eve.asks(Route.LIST_BLOCKED_USERS, Map.of()).response().path("users")).isEmpty();
    }

    /** All that these requests could have shown or changed. */
    private List<JsonNode> state() {
        return List.of(
                ann.asks(Route.GET_USERS_BY_IDS, Map.of("ids", List.of(ann.id())))
                        .response()
                        .path("users"),
                ann.asks(Route.DEVICE_LIST, Map.of()).response().path("devices"),
                ann.asks(Route.CONTACT_LIST, Map.of()).response().path("contacts"));
    }

    /** With X for what was asked about, and without the request's own id. */
    private String answer(
            Route route, String request, String user, String login, String contactId) {
        var json =
                request.replace('\'', '"')
                        .replace("ANN", user)
                        .replace("LOGIN", login)
                        .replace("CONTACT", contactId);
        var response = eve.asks(route, Json.read(json, JsonNode.class)).response();
        return response.toString()
                .replaceFirst("\"id\":\"r\\d+\",?", "")
                .replace(user, "X")
                .replace(contactId, "X");
    }
}
