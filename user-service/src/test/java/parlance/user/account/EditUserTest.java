package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_EDIT;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.kit.Command;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SessionCutView;
import parlance.user.SignedUpUser;
import parlance.user.password.Passwords;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class EditUserTest {

    private static final int TRIES = 10;

    private final CommandClient client = CommandClient.shared();

    @Inject EditUser editUser;
    @Inject AccountStore accounts;
    @Inject Passwords passwords;
    @Inject SessionCutView sessionCuts;

    private SignedUpUser ann;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.newOne(client);
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        var email = ann.login() + "@Example.org";

        edit("first_name", "Ann");
        var user = edit("email", email).response().path("user");

        assertThat(user.path("first_name").asText()).isEqualTo("Ann");
        assertThat(user.path("email").asText()).isEqualTo(email);
        assertThat(user.path("login").asText()).isEqualTo(ann.login());
        assertThat(user.path("updated_at").asText())
                .isGreaterThan(ann.user().path("updated_at").asText());
    }

    @Test
    void answersTheIdUnderAllItsNames() {
        var user = ann.asks(USER_EDIT, Map.of()).response().path("user");

        assertThat(user.path("_id").asText()).isEqualTo(ann.id());
        assertThat(user.path("native_id").asText()).isEqualTo(ann.id());
        assertThat(user.path("id").asText()).isEqualTo(ann.id());
    }

    @Test
    void keepsThePicture() {
        var avatar = Map.of("file_id", "f1", "file_name", "me.png");

        assertThat(edit("avatar_object", avatar).response().path("user").path("avatar_object"))
                .isEqualTo(Json.mapper().valueToTree(avatar));
    }

    @Test
    void tellsTheFileServiceStandInTheNewVersion() {
        edit("first_name", "Ann");

        try (var events = client.view(Topic.USER_EVENTS)) {
            events.await(seen ->
                    ann.id().equals(seen.key()) && seen.value().path("version").asLong() == 2);
        }
    }

    @Test
    void aNewPasswordNeedsTheCurrentOne() {
        assertThat(edit("new_password", "better").errorText())
                .isEqualTo("The current password you entered is incorrect.");
        var wrong = Map.of("new_password", "better", "current_password", "wrong");
        assertThat(ann.asks(USER_EDIT, wrong).errorStatus()).isEqualTo(401);
        assertThat(edit("current_password", "wrong").response().has("user")).isTrue();
    }

    @Test
    void afterTooManyTriesEvenTheRightPasswordHasToWait() {
        var guess = Map.of("new_password", "better", "current_password", "wrong");
        for (int i = 0; i < TRIES; i++) {
            assertThat(ann.asks(USER_EDIT, guess).errorStatus()).isEqualTo(401);
        }

        var right = Map.of("new_password", "better", "current_password", "secret");

        assertThat(ann.asks(USER_EDIT, right).errorStatus()).isEqualTo(429);
        assertThat(edit("first_name", "Ann").response().has("user")).isTrue();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        var answer =
                ann.asks(USER_EDIT, Map.of("new_password", "better", "current_password", "secret"));

        assertThat(answer.response().has("user")).isTrue();
        var hash = account().passwordHash();
        assertThat(passwords.matches("better", hash)).isTrue();
        assertThat(sessionCuts.of(ann))
                .hasValueSatisfying(
                        cut -> assertThat(cut.except()).isEqualTo(ann.caller().sessionId()));
        try (var commands = client.view(Topic.AUTH_COMMANDS)) {
            var command = commands.await(seen -> ann.id().equals(seen.key()));
            assertThat(command.has(RecordHeaderNames.COMMAND, "sessions_end")).isTrue();
            assertThat(command.value().path("user_id").asText()).isEqualTo(ann.id());
            assertThat(command.value().path("except").asText())
                    .isEqualTo(ann.caller().sessionId().value());
            assertThat(command.value().toString()).doesNotContain("better", "secret");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"new_password":"x"}       | "new_password" length must be at least 3 characters long
                    {"email":"ann"}            | "email" fails to match the required pattern
                    {"phone":"12"}             | "phone" length must be at least 3 characters long
                    {"login":"a"}              | "login" length must be at least 3 characters long
                    {"first_name":""}          | "first_name" is not allowed to be empty
                    {"last_name":5}            | "last_name" must be a string
                    """)
    void refusesTheFirstFieldAtFault(String request, String complaint) {
        var answer = ann.asks(USER_EDIT, Json.read(request, Map.class));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo(complaint);
    }

    @Test
    void refusesWhatIsSomebodyElses() {
        var bob = SignedUpUser.newOne(client);

        assertThat(edit("login", bob.login().toUpperCase(java.util.Locale.ROOT)).errorText())
                .isEqualTo(
                        "The provided data is already associated with an existing user account.");
    }

    @Test
    void aReplayChangesNothingAndAnswersTheSame() {
        var stream = account().changedBy().stream();
        var command = command("Ann", new Position(stream, Long.MAX_VALUE - 1, 0));

        var first = editUser.handle(command);
        var again = editUser.handle(command);

        assertThat(again).isEqualTo(first);
        assertThat(account().version()).isEqualTo(2);
    }

    @Test
    void aCommandThatWasOvertakenChangesNothing() {
        var stream = account().changedBy().stream();
        editUser.handle(command("Ann", new Position(stream, Long.MAX_VALUE - 1, 0)));
        editUser.handle(command("Old", new Position(stream, Long.MAX_VALUE - 2, 0)));

        assertThat(account().profile().firstName()).isEqualTo("Ann");
    }

    private Answer edit(String field, Object value) {
        return ann.asks(USER_EDIT, Map.of(field, value));
    }

    private Account account() {
        return accounts.find(ann.caller().organizationId(), ann.caller().userId()).orElseThrow();
    }

    private Command<EditUser.Request> command(String firstName, Position position) {
        return new Command<>(
                USER_EDIT,
                new EditUser.Request(null, null, null, null, null, firstName, null, null),
                ann.caller(),
                null,
                CommandClient.mintedId(),
                position,
                Instant.EPOCH,
                null,
                null);
    }
}
