package parlance.auth.otp;

import static parlance.contracts.Route.USER_LOGIN;
import static parlance.contracts.Route.USER_RESET_PASSWORD;
import static parlance.contracts.Route.USER_SEND_OTP;

import io.quarkus.mailer.MockMailbox;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;

/** Somebody who forgets passwords, and reads mail. */
record RecoveryFixture(CommandClient client, MockMailbox mails, String login) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    static RecoveryFixture newOne(CommandClient client, MockMailbox mails) {
        return new RecoveryFixture(client, mails, UUID.randomUUID().toString().substring(0, 12));
    }

    String email() {
        return login + "@example.com";
    }

    Answer asksForCode() {
        return client.ask(USER_SEND_OTP, null, Map.of("email", email()));
    }

    /** The code in the latest mail. */
    String code() {
        var code = CODE.matcher(mails.getMailsSentTo(email()).getLast().getText());
        if (!code.find()) {
            throw new AssertionError("no code in the mail");
        }
        return code.group();
    }

    /** A code that is not the one in the mail. */
    String wrongCode() {
        return code().equals("123456") ? "654321" : "123456";
    }

    Answer resets(Object code, String newPassword) {
        return client.ask(USER_RESET_PASSWORD, null, request(code, newPassword));
    }

    Map<String, Object> request(Object code, String newPassword) {
        return Map.of("email", email(), "device_id", 7, "token", code, "new_password", newPassword);
    }

    Answer logsIn(String password) {
        return client.ask(
                USER_LOGIN, null, Map.of("device_id", 7, "login", login, "password", password));
    }
}
