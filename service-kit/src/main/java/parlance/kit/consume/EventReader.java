package parlance.kit.consume;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.Absent;
import parlance.contracts.Headers;
import parlance.contracts.Json;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.kit.Heard;
import parlance.kit.kafka.RecordHeaders;

/** Reads a record as the event that a listener wants. */
final class EventReader {

    private EventReader() {}

    /**
     * @throws RuntimeException if it cannot be read
     */
    static Heard<Object> read(ConsumerRecord<byte[], byte[]> record, Class<?> type) {
        var event =
                type.equals(OfflineDelivery.class)
                        ? offlineDelivery(record)
                        : Json.read(record.value(), type);
        return new Heard<>(
                event, CommandReader.positionOf(record), Instant.ofEpochMilli(record.timestamp()));
    }

    private static OfflineDelivery offlineDelivery(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var author = RecordHeaders.find(headers, Headers.AUTHOR);
        return new OfflineDelivery(
                new RawJson(new String(record.value(), StandardCharsets.UTF_8)),
                Position.parse(RecordHeaders.get(headers, Headers.POSITION)),
                users(RecordHeaders.get(headers, Headers.USERS)),
                author == null ? null : new UserId(author),
                Absent.parse(RecordHeaders.find(headers, Headers.ABSENT)));
    }

    private static List<UserId> users(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",")).map(UserId::new).toList();
    }
}
