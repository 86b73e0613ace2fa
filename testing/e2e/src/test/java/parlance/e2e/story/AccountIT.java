package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.e2e.client.Story.stranger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.e2e.client.Person;

/** Signing up, in and out over the socket (protocol 3.1). */
class AccountIT {

    @Test
    void aNewUserIsShownAsTheProtocolSays() throws Exception {
        story(ann -> {
            var user = ann.user();
            assertThat(user.path("_id").asText()).matches("[0-9a-f]{24}");
            assertThat(user.path("native_id")).isEqualTo(user.path("_id"));
            assertThat(user.path("login").asText()).isEqualTo(ann.login);
            assertThat(user.path("recent_activity").asLong()).isPositive();
            assertThat(user.path("created_at")).isEqualTo(user.path("updated_at"));
            assertThat(user.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "_id",
                            "native_id",
                            "login",
                            "recent_activity",
                            "created_at",
                            "updated_at");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | The login provided is incorrect.",
                "{'login':'ab','password':'secret'}        | The login provided is incorrect.",
                "{'login':5,'password':'secret'}           | The login provided is incorrect.",
                "{'login':'somebody'}                      | The password entered is incorrect.",
                "{'login':'somebody','password':'ab'}      | The password entered is incorrect.",
                "{'login':'somebody','password':12345}     | The password entered is incorrect."
            })
    void aBadSignUpIsRefused(String fields, String message) throws Exception {
        stranger(socket -> {
            socket.sendText(
                    "{\"request\":{\"user_create\":%s,\"id\":1}}"
                            .formatted(fields.replace('\'', '"')));
            Person.assertError(socket.reply(1).path("response"), 422, message);
        });
    }

    @Test
    void anUnknownOrganizationIsNotFound() throws Exception {
        stranger(socket -> {
            var request =
                    Map.of("login", "somebody", "password", "secret", "organization_id", "no");
            Person.assertError(socket.ask("user_create", request), 404, "Organization not found");
        });
    }

    @Test
    void aLoginIsTakenOnceWhateverItsCase() throws Exception {
        story(ann -> {
            var login = ann.login.toUpperCase(Locale.ROOT);
            Person.assertError(
                    ann.first()
                            .socket
                            .ask("user_create", Map.of("login", login, "password", "secret")),
                    422,
                    "The provided data is already associated with an existing user account.");
        });
    }

    @Test
    void aSocketSignsInWithPasswordOrToken() throws Exception {
        story(ann ->
                stranger(socket -> {
                    var first = socket.get("user_login", ann.credentials("laptop"));
                    assertThat(first.path("user")).isEqualTo(ann.user());
                    assertThat(socket.get("conversation_list", Map.of()).has("conversations"))
                            .isTrue();

                    var token = Map.of("token", first.path("token").asText());
                    var again = socket.get("user_login", token);
                    assertThat(again.path("user").path("_id").asText()).isEqualTo(ann.id());
                    assertThat(again.path("token").asText()).isNotEmpty();
                }));
    }

    @Test
    void aSocketIsNotSignedInWithoutTheRightCredentials() throws Exception {
        story(ann ->
                stranger(socket -> {
                    var incorrect = "Incorrect username or password.";
                    var wrong = new HashMap<>(ann.credentials("laptop"));
                    wrong.put("password", "not this one");
                    Person.assertError(socket.ask("user_login", wrong), 401, incorrect);
                    Person.assertError(
                            socket.ask("user_login", Map.of("device_id", "laptop")),
                            401,
                            incorrect);
                    Person.assertError(
                            socket.ask(
                                    "user_login", Map.of("device_id", "laptop", "token", "stale")),
                            422,
                            "The token has expired.");
                    Person.assertError(
                            socket.ask("conversation_list", Map.of()), 401, "Unauthorized.");
                }));
    }

    @Test
    void connectWantsTheTokenOfThisVeryDevice() throws Exception {
        story(ann ->
                stranger(socket -> {
                    var token = ann.first().accessToken;
                    Person.assertError(
                            socket.ask("connect", Map.of("token", token)),
                            422,
                            "'device_id' is required.");
                    for (var request :
                            new Object[] {
                                Map.of("device_id", "phone"),
                                Map.of("device_id", "phone", "token", "stale"),
                                Map.of("device_id", "other", "token", token)
                            }) {
                        Person.assertError(
                                socket.ask("connect", request), 422, "The token has expired.");
                    }
                    socket.get("connect", Map.of("device_id", "phone", "token", token));
                    socket.get("connect", Map.of("device_id", "phone", "token", token));
                }));
    }

    @Test
    void afterLogoutTheSocketIsOpenAndNobodys() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var socket = ann.first().socket;

            assertThat(socket.get("user_logout", Map.of()).path("success").asBoolean()).isTrue();
            bob.sends(lunch, "anybody there?");

            Person.assertError(socket.ask("user_logout", Map.of()), 401, "Unauthorized.");
            Person.assertError(
                    socket.ask(
                            "connect",
                            Map.of("device_id", "phone", "token", ann.first().accessToken)),
                    422,
                    "The token has expired.");
            ann.receivesNothingMore();
            socket.get("user_login", ann.credentials("phone"));
            assertThat(ann.history(lunch)).hasSize(1);
        });
    }

    @Test
    void aSocketThatSignsInAsSomebodyElseHearsOnlyOfThem() throws Exception {
        story((ann, bob, cat) -> {
            var lunch = ann.opensConversationWith(bob);
            var dinner = ann.opensConversationWith(cat);
            var socket = bob.first().socket;
            socket.get("user_login", cat.credentials("borrowed"));

            ann.sends(lunch, "for bob");
            var sent = ann.sends(dinner, "for cat");

            assertThat(socket.next("message").path("_id").asText()).isEqualTo(sent.id());
            socket.receivesNothingMore();
        });
    }
}
