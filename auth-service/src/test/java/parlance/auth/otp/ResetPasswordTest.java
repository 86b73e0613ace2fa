package parlance.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_RESET_PASSWORD;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Topic;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class ResetPasswordTest {

    private static final int ATTEMPTS = 5;

    private final CommandClient client = CommandClient.shared();

    @Inject MockMailbox mails;

    private RecoveryFixture ann;

    @BeforeEach
    void forget() {
        ann = RecoveryFixture.newOne(client, mails);
        ann.asksForCode();
    }

    @Test
    void theCodeSetsThePasswordAndEndsEverySession() {
        var session = ann.logsIn("secret").bound().orElseThrow().sessionId().value();

        var answer = ann.resets(ann.code(), "changed");

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(ann.logsIn("secret").errorStatus()).isEqualTo(401);
        var again = ann.logsIn("changed").bound().orElseThrow();
        assertThat(again.sessionId().value()).isNotEqualTo(session);
        try (var events = client.view(Topic.SESSION_EVENTS)) {
            events.await(seen -> session.equals(seen.value().path("sessionId").asText()));
        }
    }

    @Test
    void theCodeMayBeANumber() {
        var answer = ann.resets(Integer.parseInt(ann.code()), "changed");

        assertThat(answer.response().path("success").asBoolean()).isTrue();
    }

    @Test
    void aCodeIsGoodOnce() {
        ann.resets(ann.code(), "changed");

        assertIncorrect(ann.resets(ann.code(), "changed again"));

        assertThat(ann.logsIn("changed").bound()).isPresent();
    }

    @Test
    void ifUserServiceFailsTheCodeIsGoodForAnotherTry() {
        var refused = ann.resets(ann.code(), UserServiceStandIn.REFUSED_PASSWORD);

        assertThat(refused.errorStatus()).isEqualTo(503);
        assertThat(ann.resets(ann.code(), "changed").response().has("success")).isTrue();
        assertThat(ann.logsIn("changed").bound()).isPresent();
    }

    @Test
    void ofTwoAtTheSameMomentOneIsRight() {
        var ids = Stream.of("one", "two").map(password -> ann.request(ann.code(), password));
        var answers =
                ids
                        .map(request ->
                                client.send(
                                        USER_RESET_PASSWORD,
                                        null,
                                        request,
                                        CommandClient.mintedId()))
                        .toList()
                        .stream()
                        .map(client::awaitAnswer);

        assertThat(answers.filter(answer -> answer.response().has("success"))).hasSize(1);
    }

    @Test
    void theLatestCodeIsTheOneThatCounts() {
        var first = ann.code();
        ann.asksForCode();

        // One in a million: two codes that are the same.
        if (!first.equals(ann.code())) {
            assertIncorrect(ann.resets(first, "changed"));
        }
        assertThat(ann.resets(ann.code(), "changed").response().has("success")).isTrue();
    }

    @Test
    void afterAFewWrongGuessesTheRightCodeIsNoUse() {
        for (int i = 0; i < ATTEMPTS; i++) {
            assertIncorrect(ann.resets(ann.wrongCode(), "changed"));
        }

        assertIncorrect(ann.resets(ann.code(), "changed"));

        assertThat(ann.logsIn("secret").bound()).isPresent();
    }

    @Test
    void anotherUsersCodeIsNoUse() {
        var bob = RecoveryFixture.newOne(client, mails);
        bob.asksForCode();
        if (!bob.code().equals(ann.code())) {
            assertIncorrect(bob.resets(ann.code(), "changed"));
        }
    }

    @Test
    void whoNeverAskedForACodeHasNone() {
        assertIncorrect(RecoveryFixture.newOne(client, mails).resets("123456", "changed"));
    }

    @Test
    void anAddressThatIsNobodysIsNotFound() {
        var request = new HashMap<>(ann.request("123456", "changed"));
        request.put("email", "nobody@example.com");

        var answer = client.ask(USER_RESET_PASSWORD, null, request);

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("We couldn't find the specified user.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "device_id", "token", "new_password"})
    void eachFieldIsNeeded(String field) {
        var request = new HashMap<>(ann.request(ann.code(), "changed"));
        request.remove(field);

        var answer = client.ask(USER_RESET_PASSWORD, null, request);

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("\"" + field + "\" is required");
    }

    @Test
    void aPasswordHasThreeCharactersAtLeast() {
        assertThat(ann.resets(ann.code(), "ab").errorStatus()).isEqualTo(422);
        assertThat(ann.resets(ann.code(), "abc").response().has("success")).isTrue();
    }

    private static void assertIncorrect(Answer answer) {
        assertThat(answer.errorStatus()).as("%s", answer.packet()).isEqualTo(403);
        assertThat(answer.errorText()).isEqualTo("Incorrect token for password recovery.");
    }
}
