package parlance.local.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private final ConsumerRecord<byte[], byte[]> record =
            new ConsumerRecord<>("p.user.commands.dlq", 0, 7, bytes("u1"), bytes("{\"x\":1}"));

    @Test
    void goesBackToWhereItWasAndSaysNothingOfItsDeath() {
        header("command", "user_edit");
        header("dead-letter-topic", "p.user.commands");
        header("dead-letter-partition", "3");
        header("dead-letter-reason", "java.lang.IllegalStateException: no\nand more");

        var again = new DeadLetter(record).again();

        assertThat(again.topic()).isEqualTo("p.user.commands");
        assertThat(again.partition()).isEqualTo(3);
        assertThat(again.key()).isEqualTo(record.key());
        assertThat(again.value()).isEqualTo(record.value());
        assertThat(again.headers()).singleElement().matches(h -> h.key().equals("command"));
    }

    @Test
    void isToldInOneLine() {
        header("command", "user_edit");
        header("dead-letter-reason", "java.lang.IllegalStateException: no\nand more");

        var letter = new DeadLetter(record);

        assertThat(letter.what()).isEqualTo("user_edit");
        assertThat(letter.reason()).isEqualTo("java.lang.IllegalStateException: no");
    }

    @Test
    void showsNothingThatIsSealed() {
        header("command", "user_create");
        header("sealed", "eyJ…");

        assertThat(new DeadLetter(record).headers()).isEqualTo("command: user_create\n");
    }

    private void header(String name, String value) {
        record.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
