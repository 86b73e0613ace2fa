package parlance.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.Json;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.UserId;
import parlance.kit.ReceivedEvent;
import parlance.kit.command.CommandReader;
import parlance.kit.kafka.RecordHeaders;

/** Reads a record as the event that a listener wants. */
final class EventReader {

    private EventReader() {}

    /**
     * @throws RuntimeException if it cannot be read
     */
    static <E> ReceivedEvent<E> read(ConsumerRecord<byte[], byte[]> record, Class<E> type) {
        var event =
                type.equals(OfflineDelivery.class)
                        ? type.cast(offlineDelivery(record))
                        : Json.read(record.value(), type);
        return new ReceivedEvent<>(
                event, CommandReader.positionOf(record), Instant.ofEpochMilli(record.timestamp()));
    }

    private static OfflineDelivery offlineDelivery(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var author = RecordHeaders.find(headers, RecordHeaderNames.AUTHOR);
        return new OfflineDelivery(
                new RawJson(new String(record.value(), StandardCharsets.UTF_8)),
                Position.parse(RecordHeaders.get(headers, RecordHeaderNames.POSITION)),
                users(RecordHeaders.get(headers, RecordHeaderNames.USERS)),
                author == null ? null : new UserId(author),
                OfflinePolicy.parse(RecordHeaders.find(headers, RecordHeaderNames.ABSENT)));
    }

    private static List<UserId> users(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",")).map(UserId::new).toList();
    }
}
