package parlance.testing.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;

/** A record on Kafka, as text and JSON. */
public record Seen(@Nullable String key, Map<String, String> headers, JsonNode value) {

    static Seen of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        var key = record.key() == null ? null : text(record.key());
        return new Seen(key, headers, Json.tree(record.value()));
    }

    /** Whether the header has this value. */
    public boolean has(String header, String value) {
        return value.equals(headers.get(header));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
