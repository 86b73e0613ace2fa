package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.Story;
import parlance.e2e.client.TestSuite;
import parlance.local.launcher.Main;

/** {@code ./parlance admin}, as an operator types it. */
class AdminConsoleIT {

    private final Map<String, String> environment = TestSuite.shared().environment();

    @Test
    void aSuspendedUserCannotSignInUntilAllowedAgain() throws Exception {
        Story.story(ann -> {
            assertThat(console("users", "show", ann.id())).contains(ann.login);

            console("users", "suspend", ann.id());
            FrontDoor.json(ann.credentials("tablet")).post("/login").then().statusCode(401);

            console("users", "unsuspend", ann.id());
            FrontDoor.json(ann.credentials("tablet")).post("/login").then().statusCode(200);
        });
    }

    @Test
    void whoTalksToWhomIsShownAndNothingOfWhatIsSaid() throws Exception {
        Story.story((ann, bob) -> {
            var chat = ann.opensConversationWith(bob);
            ann.sends(chat, "between the two of us");

            assertThat(console("conversations", "list", bob.id()))
                    .contains(chat.id(), "last_activity")
                    .doesNotContain("between");
            assertThat(console("conversations", "show", chat.id()))
                    .contains("\"participants\":", ann.id(), bob.id())
                    .doesNotContain("between");
        });
    }

    @Test
    void whatCouldNotBeProcessedIsShownAndPutBack() throws Exception {
        var nonsense = "nonsense-" + UUID.randomUUID();
        produce("contact_add", nonsense);

        await().untilAsserted(() ->
                assertThat(console("dead-letters", "list")).contains("user.commands.dlq"));
        var letter = lineWith("no-such-command", console("dead-letters", "list"));
        var offset = letter.split("\\s+")[1];
        assertThat(console("dead-letters", "show", "user.commands.dlq", offset, "--body"))
                .contains("dead-letter-reason", nonsense);

        assertThat(console("dead-letters", "replay", "user.commands.dlq")).contains("put back");

        // It cannot be processed now either, and is set aside once more.
        await().untilAsserted(() ->
                assertThat(lineWith("no-such-command", console("dead-letters", "list")))
                        .isNotEqualTo(letter));
        assertThat(console("dead-letters", "dismiss", "user.commands.dlq")).contains("dismissed");
        assertThat(console("dead-letters", "list")).doesNotContain("user.commands.dlq");
    }

    @Test
    void everyGroupsLagIsShown() throws Exception {
        assertThat(console("lag")).contains("message.commands", "user.commands", "lag ");
    }

    private void produce(String key, String body) throws Exception {
        var serializer = new ByteArraySerializer();
        var servers = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        try (var producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", servers), serializer, serializer)) {
            var record =
                    new ProducerRecord<>(
                            "user.commands", key.getBytes(StandardCharsets.UTF_8), bytes(body));
            record.headers().add("command", bytes("no-such-command"));
            producer.send(record).get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lineWith(String text, String output) {
        return output.lines().filter(line -> line.contains(text)).findFirst().orElse("");
    }

    private String console(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                // As the script ./parlance does.
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.add("admin");
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("PARLANCE_URL", TestSuite.shared().frontDoor().toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
