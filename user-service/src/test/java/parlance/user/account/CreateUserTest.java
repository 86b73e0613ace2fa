package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.contracts.Route.USER_CREATE;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Position;
import parlance.contracts.Topic;
import parlance.kit.Command;
import parlance.kit.Rejection;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class CreateUserTest {

    private final CommandClient client = CommandClient.shared();

    @Inject CreateUser createUser;

    @Test
    void answersTheUserUnderTheMintedId() {
        var login = newName();
        var id = CommandClient.mintedId();

        var answer =
                client.ask(
                        USER_CREATE,
                        null,
                        Map.of("login", login, "password", "secret", "first_name", "Ann"),
                        id);

        var user = answer.response().path("user");
        assertThat(user.path("_id").asText()).isEqualTo(id);
        assertThat(user.path("native_id").asText()).isEqualTo(id);
        assertThat(user.path("login").asText()).isEqualTo(login);
        assertThat(user.path("first_name").asText()).isEqualTo("Ann");
        assertThat(user.path("recent_activity").isIntegralNumber()).isTrue();
        assertThat(user.path("created_at").asText()).endsWith("Z");
        assertThat(user.has("email")).isFalse();
        assertThat(answer.packet().toString()).doesNotContain("password", "secret", "argon2");
    }

    @Test
    void tellsTheOtherServicesOfTheUser() {
        var answer = signUp(Map.of("login", newName(), "password", "secret"));
        var id = answer.response().path("user").path("_id").asText();

        try (var events = client.view(Topic.USER_EVENTS)) {
            var event = events.await(seen -> id.equals(seen.key())).value();

            assertThat(event.path("type").asText()).isEqualTo("user_saved");
            assertThat(event.path("version").asLong()).isEqualTo(1);
            assertThat(event.path("organizationId").asText()).isEqualTo("default");
            assertThat(event.path("user").path("_id").asText()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"password":"secret"}                              | The login provided is incorrect.
                    {"login":"ab","password":"secret"}                 | The login provided is incorrect.
                    {"login":5,"password":"secret"}                    | The login provided is incorrect.
                    {"login":"ann"}                                    | The password entered is incorrect.
                    {"login":"ann","password":"x"}                     | The password entered is incorrect.
                    {"login":"ann","password":123456}                  | The password entered is incorrect.
                    {"login":"12345678901234567890123456789012345678901","password":"secret"} | The login provided is incorrect.
                    {"login":"ann","password":"12345678901234567890123456789012345678901"}    | The password entered is incorrect.
                    {"login":"ann","password":"secret","email":""}     | "email" is not allowed to be empty
                    {"login":"ann","password":"secret","email":7}      | "email" must be a string
                    {"login":"ann","password":"secret","phone":"1"}    | "phone" length must be at least 3 characters long
                    {"login":"ann","password":"secret","phone":"1234567890123456"} | "phone" length must be less than or equal to 15 characters long
                    {"login":"ann","password":"secret","last_name":"123456789012345678901"} | "last_name" length must be less than or equal to 20 characters long
                    {"organization_id":"nowhere","login":"ab"}         | The login provided is incorrect.
                    """)
    void refusesTheFirstFieldAtFault(String request, String complaint) {
        var answer = signUp(parlance.contracts.Json.read(request, Map.class));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo(complaint);
    }

    @Test
    void refusesAnUnknownOrganization() {
        var answer =
                signUp(
                        Map.of(
                                "organization_id", "nowhere",
                                "login", newName(),
                                "password", "secret"));

        assertThat(answer.errorStatus()).isEqualTo(404);
        assertThat(answer.errorText()).isEqualTo("Organization not found");
    }

    @Test
    void refusesALoginEmailOrPhoneThatSomebodyHasWhateverItsCase() {
        var name = newName();
        signUp(user(name, name + "@Example.org", "+49" + name.substring(0, 8)));

        var sameLogin = user(name.toUpperCase(java.util.Locale.ROOT), newName(), "123");
        var sameEmail = user(newName(), name + "@example.ORG", "1234");
        var samePhone = user(newName(), newName(), "+49" + name.substring(0, 8));

        for (var taken : List.of(sameLogin, sameEmail, samePhone)) {
            var answer = signUp(taken);
            assertThat(answer.errorStatus()).isEqualTo(422);
            assertThat(answer.errorText())
                    .isEqualTo(
                            "The provided data is already associated with an existing user"
                                    + " account.");
        }
    }

    @Test
    void usersWithoutEmailAndPhoneDoNotClash() {
        Stream.of(newName(), newName())
                .map(login -> signUp(Map.of("login", login, "password", "secret")))
                .forEach(answer -> assertThat(answer.response().has("user")).isTrue());
    }

    @Test
    void oneOfTwoWhoWantTheSameLoginAtTheSameMomentGetsIt() {
        var request = Map.of("login", newName(), "password", "secret");
        var first = client.send(USER_CREATE, null, request, CommandClient.mintedId());
        var second = client.send(USER_CREATE, null, request, CommandClient.mintedId());

        var answers = List.of(client.awaitAnswer(first), client.awaitAnswer(second));

        assertThat(answers).filteredOn(answer -> answer.response().has("user")).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.errorStatus() == 422).hasSize(1);
    }

    @Test
    void aSignUpWhoseAnswerWasLostIsRepeatedByTheSameDevice() {
        var request = Map.of("login", newName(), "password", "secret", "device_id", "phone");
        var first = signUp(request);

        var again = signUp(request);
        var otherPassword = signUp(with(request, "password", "other-secret"));
        var otherDevice = signUp(with(request, "device_id", "tablet"));
        var otherName = signUp(with(request, "first_name", "Ann"));

        assertThat(again.response().path("user")).isEqualTo(first.response().path("user"));
        assertThat(List.of(otherPassword, otherDevice, otherName))
                .allSatisfy(answer -> assertThat(answer.errorStatus()).isEqualTo(422));
    }

    @Test
    void withoutTimeForAHashOrAnAnswerThereIsNoAccount() {
        var login = newName();
        var late = Instant.now().minus(USER_CREATE.deadline()).plusMillis(200);

        assertThatThrownBy(() -> createUser.handle(command(login, late)))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refusal -> {
                            assertThat(refusal.failure().status()).isEqualTo(503);
                            assertThat(refusal.failure().retryAfterSeconds()).isPositive();
                        });

        assertThat(signUp(Map.of("login", login, "password", "secret")).response().has("user"))
                .isTrue();
    }

    @Test
    void refusesALoginThatLooksLikeAnother() {
        var login = newName();
        signUp(Map.of("login", login, "password", "secret"));

        for (var other : List.of(login + "\u200b", "\u202e" + login, login + " ")) {
            var answer = signUp(Map.of("login", other, "password", "secret"));
            assertThat(answer.errorText()).startsWith("The provided data is already associated");
        }
    }

    private static Map<String, String> with(
            Map<String, String> request, String field, String value) {
        var changed = new HashMap<>(request);
        changed.put(field, value);
        return changed;
    }

    @Test
    void aReplayChangesNothingAndAnswersTheSame() {
        var command = command(newName());

        var first = createUser.handle(command);
        var again = createUser.handle(command);

        assertThat(again).isEqualTo(first);
    }

    private Command<CreateUser.Request> command(String login) {
        return command(login, Instant.now());
    }

    private Command<CreateUser.Request> command(String login, Instant acceptedAt) {
        return new Command<>(
                USER_CREATE,
                new CreateUser.Request(null, login, "secret", null, null, null, null, null),
                null,
                null,
                CommandClient.mintedId(),
                new Position("user.commands-0", 1, 0),
                acceptedAt,
                null,
                null);
    }

    private Answer signUp(Map<?, ?> request) {
        return client.ask(USER_CREATE, null, request);
    }

    private static Map<String, String> user(String login, String email, String phone) {
        return Map.of("login", login, "password", "secret", "email", email, "phone", phone);
    }

    private static String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }
}
