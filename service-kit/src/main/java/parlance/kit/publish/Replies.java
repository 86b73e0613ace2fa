package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.Packets;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.kit.Effect.Binding;
import parlance.kit.Effect.Reply;
import parlance.kit.ReplyAddress;
import parlance.kit.encryption.FieldEncryption;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** Answers, written as the packets that clients get, into the inbox of the asker's gateway. */
@Singleton
final class Replies {

    /** A longer answer travels in parts, each well under the topic's limit. */
    static final int PART_BYTES = 900_000;

    private final ReliableProducer reliableProducer;
    private final FieldEncryption fieldEncryption;
    private final Traces traces;

    Replies(ReliableProducer reliableProducer, FieldEncryption fieldEncryption, Traces traces) {
        this.reliableProducer = reliableProducer;
        this.fieldEncryption = fieldEncryption;
        this.traces = traces;
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(
            CompletedCommand completedCommand, StreamEntryIds streamEntryIds) {
        var replyAddress = completedCommand.asker();
        var packet = replyAddress == null ? null : packetOf(completedCommand, replyAddress);
        if (replyAddress == null || packet == null) {
            return List.of();
        }
        var bytes = packet.getBytes(StandardCharsets.UTF_8);
        var parts = Math.ceilDiv(bytes.length, PART_BYTES);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>(parts);
        for (int part = 1; part <= parts; part++) {
            var from = (part - 1) * PART_BYTES;
            var to = Math.min(bytes.length, from + PART_BYTES);
            var value = parts == 1 ? bytes : Arrays.copyOfRange(bytes, from, to);
            var record =
                    reliableProducer.to(
                            Topic.GATEWAY_INBOX, replyAddress.inbox().partition(), value);
            addHeaders(record, completedCommand, replyAddress);
            RecordHeaders.add(
                    record.headers(),
                    RecordHeaderNames.ENTRY,
                    streamEntryIds.findLeftOutOf(completedCommand));
            if (parts > 1) {
                RecordHeaders.add(record.headers(), RecordHeaderNames.PART, part + "/" + parts);
            }
            records.add(record);
        }
        return records;
    }

    private void addHeaders(
            ProducerRecord<byte[], byte[]> record,
            CompletedCommand completedCommand,
            ReplyAddress replyAddress) {
        var headers = record.headers();
        RecordHeaders.add(headers, RecordHeaderNames.INSTANCE, replyAddress.inbox().instance());
        RecordHeaders.add(headers, RecordHeaderNames.CONNECTION, replyAddress.connection());
        RecordHeaders.add(headers, RecordHeaderNames.CORRELATION, replyAddress.correlation());
        switch (completedCommand.result().binding()) {
            case Binding.Bind(var caller) ->
                    RecordHeaders.add(headers, RecordHeaderNames.BIND, Json.write(caller));
            case Binding.Unbind() -> RecordHeaders.add(headers, RecordHeaderNames.UNBIND, "true");
            case null -> {}
        }
        var replyKey = completedCommand.replyKey();
        var secrets = completedCommand.result().secrets();
        if (replyKey != null && !secrets.isEmpty()) {
            RecordHeaders.add(
                    headers,
                    RecordHeaderNames.SEALED_REPLY,
                    fieldEncryption.sealReply(replyKey, secrets));
        }
        traces.inject(completedCommand.trace(), headers);
    }

    private static @Nullable String packetOf(
            CompletedCommand completedCommand, ReplyAddress replyAddress) {
        return switch (completedCommand.result().reply()) {
            case Reply.Body(var body) -> Packets.response(replyAddress.requestId(), body);
            case Reply.Packet(var packet) -> Json.write(packet);
            case Reply.Error(var errorBody) ->
                    Packets.error(
                            replyAddress.envelopeForm(),
                            completedCommand.name(),
                            replyAddress.errorId() == null
                                    ? replyAddress.requestId()
                                    : replyAddress.errorId(),
                            errorBody);
            case Reply.None() -> null;
        };
    }
}
