package parlance.auth.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.contracts.Route.USER_SEND_OTP;

import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Json;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class SendRecoveryCodeTest {

    private final CommandClient client = CommandClient.shared();

    @Inject MockMailbox mails;
    @Inject Mailer mailer;

    private RecoveryFixture ann;

    @BeforeEach
    void enter() {
        ann = RecoveryFixture.newOne(client, mails);
    }

    @Test
    void mailsSixDigitsToTheUser() {
        var answer = ann.asksForCode();

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(mails.getMailsSentTo(ann.email())).hasSize(1);
        assertThat(ann.code()).matches("[1-9]\\d{5}");
        assertThat(answer.inboxRecord().toString()).doesNotContain(ann.code());
    }

    @Test
    void anAddressThatIsNobodysIsNotFound() {
        var answer = client.ask(USER_SEND_OTP, null, Map.of("email", "nobody@example.com"));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("We couldn't find the specified user.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                 | \"email\" is required",
                "{\"email\":5}      | \"email\" must be a string",
                "{\"email\":\"ann\"} | \"email\" fails to match the required pattern"
            })
    void wantsAnAddress(String request, String message) {
        var answer = client.ask(USER_SEND_OTP, null, Json.read(request, Map.class));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo(message);
    }

    @Test
    void afterAFewMailsAUserHasToWait() {
        for (int i = 0; i < 3; i++) {
            ann.asksForCode();
        }
        var upper = ann.email().toUpperCase(Locale.ROOT);

        var answer = client.ask(USER_SEND_OTP, null, Map.of("email", upper));

        assertThat(answer.errorStatus()).isEqualTo(429);
        assertThat(answer.response().path("error").path("retry_after").asInt()).isBetween(1, 60);
        assertThat(mails.getMailsSentTo(ann.email())).hasSize(3);
    }

    @Test
    void whereThereIsNoMailServerTheClientIsTold() {
        var unset =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withMapping(MailConfig.class)
                        .build();
        var nowhere = new MailClient(mailer, unset.getConfigMapping(MailConfig.class));

        assertThatThrownBy(nowhere::requireServer)
                .hasMessageContaining("Failed to create OTP sender transporter.");
    }
}
