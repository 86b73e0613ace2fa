package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Json;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.StreamEntryId;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.gateway.reply.PendingReplies;
import parlance.gateway.reply.PendingReply;
import parlance.gateway.reply.ReplyTo;
import parlance.gateway.session.ConnectReply;
import parlance.gateway.session.ConnectionSessions;
import parlance.gateway.session.ConnectionSignIn;
import parlance.kit.Rejection;
import parlance.kit.encryption.FieldEncryption;
import parlance.kit.kafka.RecordHeaders;

/** Writes a reply while somebody waits for it, once; what it does to the session comes first. */
@Singleton
final class ReplyWriter {

    private static final Logger LOG = Logger.getLogger(ReplyWriter.class);

    private final PendingReplies replies;
    private final ConnectionSessions connectionSessions;
    private final ConnectionSignIn connectionSignIn;
    private final FieldEncryption fieldEncryption;
    private final MeterRegistry metrics;
    private final Counter written;
    private final Counter dropped;

    /**
     * In order, and beside the inbox: they ask the registry, which others' packets do not wait for.
     */
    private final ExecutorService sessionChanges =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("session-changes").factory());

    ReplyWriter(
            PendingReplies replies,
            ConnectionSessions connectionSessions,
            ConnectionSignIn connectionSignIn,
            FieldEncryption fieldEncryption,
            MeterRegistry metrics) {
        this.replies = replies;
        this.connectionSessions = connectionSessions;
        this.connectionSignIn = connectionSignIn;
        this.fieldEncryption = fieldEncryption;
        this.metrics = metrics;
        this.written = metrics.counter("parlance_packets_written", "kind", "reply");
        this.dropped = metrics.counter("parlance_replies_dropped");
    }

    void write(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var id = RecordHeaders.get(headers, RecordHeaderNames.CONNECTION);
        var correlation = RecordHeaders.get(headers, RecordHeaderNames.CORRELATION);
        var pending = replies.find(new ConnectionId(id), correlation).orElse(null);
        if (pending == null) {
            dropped.increment();
            return;
        }
        var packet = wholeOf(record, pending);
        if (packet != null && replies.take(correlation).isPresent()) {
            if (changesSession(record.headers())) {
                sessionChanges.execute(() -> answer(packet, record, pending));
            } else {
                answer(packet, record, pending);
            }
        }
    }

    private static boolean changesSession(Headers headers) {
        return headers.lastHeader(RecordHeaderNames.BIND) != null
                || headers.lastHeader(RecordHeaderNames.UNBIND) != null;
    }

    /** The socket has the answer. */
    private void measure(PendingReply pending) {
        written.increment();
        metrics.timer("parlance_reply_lag", "route", pending.packet().name()).record(pending.age());
    }

    /** Nothing yet, if more parts are to come. */
    private static byte @Nullable [] wholeOf(
            ConsumerRecord<byte[], byte[]> record, PendingReply pending) {
        var part = RecordHeaders.find(record.headers(), RecordHeaderNames.PART);
        if (part == null) {
            return record.value();
        }
        var slash = part.indexOf('/');
        var number = Integer.parseInt(part, 0, slash, 10);
        pending.add(number, record.value());
        return number == Integer.parseInt(part, slash + 1, part.length(), 10)
                ? pending.joined()
                : null;
    }

    private void answer(
            byte[] packet, ConsumerRecord<byte[], byte[]> record, PendingReply pending) {
        try {
            var answer = openedIn(packet, record.headers(), pending);
            switch (pending.replyTo()) {
                case ReplyTo.HttpExchange exchange -> {
                    exchange.answer().complete(answer);
                    measure(pending);
                }
                case ReplyTo.Socket socket -> answer(answer, record, socket, pending);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "reply_dropped offset=%d", record.offset());
        } finally {
            pending.span().end();
        }
    }

    private void answer(
            String answer,
            ConsumerRecord<byte[], byte[]> record,
            ReplyTo.Socket socket,
            PendingReply pending) {
        var headers = record.headers();
        var connection = socket.connection();
        var bind = RecordHeaders.find(headers, RecordHeaderNames.BIND);
        try {
            if (bind != null) {
                connectionSignIn.begin(connection, Json.read(bind, Caller.class), null);
            }
        } catch (Rejection rejection) {
            socket.refuse(rejection.failure());
            return;
        }
        if (RecordHeaders.find(headers, RecordHeaderNames.UNBIND) != null) {
            connectionSessions.signOut(connection, Cause.SIGNED_OUT);
        }
        socket.handler().reply(answer, record.offset(), entryIn(headers), () -> measure(pending));
        if (bind != null) {
            connectionSignIn.complete(connection, ConnectReply.plain());
        }
    }

    private static @Nullable StreamEntryId entryIn(Headers headers) {
        var entry = RecordHeaders.find(headers, RecordHeaderNames.ENTRY);
        return entry == null ? null : StreamEntryId.parse(entry);
    }

    /** The packet, with what only the gateway could read. */
    private String openedIn(byte[] packet, Headers headers, PendingReply pending) {
        var answer = new String(packet, StandardCharsets.UTF_8);
        var sealed = RecordHeaders.find(headers, RecordHeaderNames.SEALED_REPLY);
        var key = pending.replyKey();
        return sealed == null || key == null
                ? answer
                : EncryptedReply.join(answer, fieldEncryption.openReply(key, sealed));
    }
}
