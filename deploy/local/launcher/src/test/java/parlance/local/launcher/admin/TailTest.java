package parlance.local.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void aCommandIsToldByNameAndIdsWithoutWhatWasWritten() {
        var record = record("message.commands", "{\"cid\":\"k1\",\"body\":\"a secret\"}");
        record.headers().add("command", bytes("message"));
        record.headers().add("user", bytes("u1"));

        assertThat(Tail.line(record))
                .contains("message.commands", "message ", "key=k1", "user=u1")
                .doesNotContain("secret");
    }

    @Test
    void anEventIsToldByItsType() {
        var record = record("user.events", "{\"type\":\"user_saved\",\"login\":\"ann\"}");

        assertThat(Tail.line(record)).contains("user_saved", "key=k1").doesNotContain("ann");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String value) {
        return new ConsumerRecord<>(topic, 2, 11, bytes("k1"), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
