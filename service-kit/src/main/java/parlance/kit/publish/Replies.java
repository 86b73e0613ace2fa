package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Headers;
import parlance.contracts.Json;
import parlance.contracts.Packets;
import parlance.contracts.Topic;
import parlance.kit.Asker;
import parlance.kit.Outcome.Binding;
import parlance.kit.Outcome.Reply;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;
import parlance.kit.seal.Seals;

/** Answers, written as the packets that clients get, into the inbox of the asker's gateway. */
@Singleton
final class Replies {

    /** A longer answer travels in parts, each well under the topic's limit. */
    static final int PART_BYTES = 900_000;

    private final Outbox outbox;
    private final Seals seals;
    private final Traces traces;

    Replies(Outbox outbox, Seals seals, Traces traces) {
        this.outbox = outbox;
        this.seals = seals;
        this.traces = traces;
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(Answered answered, Numbering numbering) {
        var asker = answered.asker();
        var packet = asker == null ? null : packetOf(answered, asker);
        if (asker == null || packet == null) {
            return List.of();
        }
        var bytes = packet.getBytes(StandardCharsets.UTF_8);
        var parts = Math.ceilDiv(bytes.length, PART_BYTES);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>(parts);
        for (int part = 1; part <= parts; part++) {
            var from = (part - 1) * PART_BYTES;
            var to = Math.min(bytes.length, from + PART_BYTES);
            var value = parts == 1 ? bytes : Arrays.copyOfRange(bytes, from, to);
            var record = outbox.to(Topic.GATEWAY_INBOX, asker.inbox().partition(), value);
            addHeaders(record, answered, asker);
            RecordHeaders.add(record.headers(), Headers.ENTRY, numbering.findLeftOutOf(answered));
            if (parts > 1) {
                RecordHeaders.add(record.headers(), Headers.PART, part + "/" + parts);
            }
            records.add(record);
        }
        return records;
    }

    private void addHeaders(ProducerRecord<byte[], byte[]> record, Answered answered, Asker asker) {
        var headers = record.headers();
        RecordHeaders.add(headers, Headers.INSTANCE, asker.inbox().instance());
        RecordHeaders.add(headers, Headers.CONNECTION, asker.connection());
        RecordHeaders.add(headers, Headers.CORRELATION, asker.correlation());
        switch (answered.outcome().binding()) {
            case Binding.BindTo(var caller) ->
                    RecordHeaders.add(headers, Headers.BIND, Json.write(caller));
            case Binding.Unbind() -> RecordHeaders.add(headers, Headers.UNBIND, "true");
            case Binding.Unchanged() -> {}
        }
        var replyKey = answered.replyKey();
        var secrets = answered.outcome().secrets();
        if (replyKey != null && !secrets.isEmpty()) {
            RecordHeaders.add(headers, Headers.SEALED_REPLY, seals.sealReply(replyKey, secrets));
        }
        traces.inject(answered.trace(), headers);
    }

    private static @Nullable String packetOf(Answered answered, Asker asker) {
        return switch (answered.outcome().reply()) {
            case Reply.Body(var body) -> Packets.response(asker.requestId(), body);
            case Reply.Packet(var packet) -> Json.write(packet);
            case Reply.Error(var failure) ->
                    Packets.error(
                            asker.form(),
                            answered.name(),
                            asker.errorId() == null ? asker.requestId() : asker.errorId(),
                            failure);
            case Reply.None() -> null;
        };
    }
}
