package parlance.kit.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Kafka's headers as the text that they are. */
public final class RecordHeaders {

    private RecordHeaders() {}

    public static @Nullable String find(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException if there is none: the record is not one of ours
     */
    public static String get(Headers headers, String name) {
        var value = find(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    /** Adds nothing for a null. */
    public static void add(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
