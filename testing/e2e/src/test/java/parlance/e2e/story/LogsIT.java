package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.e2e.client.TestSuite;

class LogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void logsHoldNothingThatPeopleWroteOrSignInWith() throws Exception {
        story((ann, bob) -> {
            var body = "between us " + UUID.randomUUID();
            var chat = ann.opensConversationWith(bob);
            bob.receives(ann.sends(chat, body));
            var token =
                    ann.first()
                            .socket
                            .get("user_login", ann.credentials("phone"))
                            .path("token")
                            .asText();
            ann.first().socket.ask("user_login", wrongPassword(ann));

            assertThat(token).isNotEmpty();
            for (var log : logs()) {
                assertThat(Files.readString(log))
                        .as("%s", log)
                        .doesNotContain(body, token, Person.PASSWORD, "not-" + Person.PASSWORD);
            }
        });
    }

    @Test
    void everyServiceLogsOneJsonObjectALine() throws Exception {
        TestSuite.shared();
        for (var log : logs()) {
            var lines =
                    Files.readAllLines(log).stream().filter(line -> line.startsWith("{")).toList();
            assertThat(lines).as("%s", log).isNotEmpty();
            for (var line : lines) {
                assertThat(JSON.readTree(line).properties())
                        .extracting(Map.Entry::getKey)
                        .contains("timestamp", "level", "loggerName", "message");
            }
        }
    }

    private static Map<String, Object> wrongPassword(Person person) {
        return Map.of(
                "login", person.login, "password", "not-" + Person.PASSWORD, "device_id", "x");
    }

    /** Of the services; what Kafka, Redis and MongoDB print is their own. */
    private static List<Path> logs() throws IOException {
        try (var files = Files.list(TestSuite.sharedHome().logs())) {
            var logs =
                    files.filter(file -> file.getFileName().toString().matches("[a-z]+-\\d+\\.log"))
                            .toList();
            assertThat(logs).hasSizeGreaterThan(5);
            return logs;
        }
    }
}
