package parlance.local.launcher.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record that could not be processed, with what the service wrote about it. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    private static final String PREFIX = "dead-letter-";

    String topic() {
        return record.topic();
    }

    long offset() {
        return record.offset();
    }

    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The command's name; the topic it was on, for an event. */
    String what() {
        return header("command").orElseGet(this::source);
    }

    String reason() {
        return header(PREFIX + "reason").orElse("unknown").lines().findFirst().orElse("");
    }

    /** All headers but what is sealed. */
    String headers() {
        var text = new StringBuilder();
        for (var header : record.headers()) {
            if (!header.key().startsWith("sealed")) {
                text.append(header.key()).append(": ").append(text(header)).append('\n');
            }
        }
        return text.toString();
    }

    String body() {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    /** The record as it was, for where it was: the same partition, so that order is kept. */
    ProducerRecord<byte[], byte[]> again() {
        var partition = header(PREFIX + "partition").map(Integer::valueOf).orElse(null);
        var again = new ProducerRecord<>(source(), partition, record.key(), record.value());
        Arrays.stream(record.headers().toArray())
                .filter(header -> !header.key().startsWith(PREFIX))
                .forEach(again.headers()::add);
        return again;
    }

    private String source() {
        return header(PREFIX + "topic").orElseGet(() -> topic().replaceFirst("\\.dlq$", ""));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(DeadLetter::text);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
