package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;

/** A forgotten password (protocol 3.10), with the mailbox of local mode. */
class RecoveryIT {

    private static final Pattern CODE = Pattern.compile("Your code is (\\d{6})");

    @Test
    void theCodeInTheMailSetsANewPasswordAndSignsEveryDeviceOut() throws Exception {
        story(ann -> {
            var email = ann.login + "@example.com";
            var socket = ann.first().socket;
            socket.get("user_edit", Map.of("email", email));

            socket.get("user_send_otp", Map.of("email", email));
            var reset =
                    Map.of(
                            "email",
                            email,
                            "device_id",
                            "phone",
                            "token",
                            Integer.parseInt(codeMailedTo(email)),
                            "new_password",
                            "remembered");
            socket.get("user_reset_password", reset);

            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() ->
                            Person.assertError(
                                    socket.ask("conversation_list", Map.of()),
                                    401,
                                    "Unauthorized."));
            Person.assertError(
                    socket.ask("user_login", ann.credentials("phone")),
                    401,
                    "Incorrect username or password.");
            Person.assertError(
                    socket.ask("user_reset_password", reset),
                    403,
                    "Incorrect token for password recovery.");
            socket.get(
                    "user_login",
                    Map.of("login", ann.login, "password", "remembered", "device_id", "phone"));
        });
    }

    /** As {@code ./parlance logs mail} shows it. */
    private static String codeMailedTo(String address) throws Exception {
        var log = TestSuite.sharedHome().log("mail");
        await().untilAsserted(() -> assertThat(log).content().contains(address));
        var mail = Files.readString(log);
        var code = CODE.matcher(mail.substring(mail.lastIndexOf(address)));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
