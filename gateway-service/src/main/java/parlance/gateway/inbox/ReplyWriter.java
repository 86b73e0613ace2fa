package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.EntryId;
import parlance.contracts.Json;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.PendingReply;
import parlance.gateway.session.Sessions;
import parlance.gateway.session.SignIn;
import parlance.gateway.session.Welcome;
import parlance.kit.Rejection;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.seal.Seals;

/** Writes a reply while somebody waits for it, once; what it does to the session comes first. */
@Singleton
final class ReplyWriter {

    private final Connections connections;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Seals seals;
    private final MeterRegistry metrics;
    private final Counter written;
    private final Counter dropped;

    ReplyWriter(
            Connections connections,
            Sessions sessions,
            SignIn signIn,
            Seals seals,
            MeterRegistry metrics) {
        this.connections = connections;
        this.sessions = sessions;
        this.signIn = signIn;
        this.seals = seals;
        this.metrics = metrics;
        this.written = metrics.counter("parlance_packets_written", "kind", "reply");
        this.dropped = metrics.counter("parlance_replies_dropped");
    }

    void write(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var id = RecordHeaders.get(headers, parlance.contracts.Headers.CONNECTION);
        var correlation = RecordHeaders.get(headers, parlance.contracts.Headers.CORRELATION);
        var connection = connections.find(new ConnectionId(id)).orElse(null);
        var pending =
                connection == null ? null : connection.pending().find(correlation).orElse(null);
        if (connection == null || pending == null) {
            dropped.increment();
            return;
        }
        var packet = wholeOf(record, pending);
        if (packet != null && connection.pending().take(correlation).isPresent()) {
            answer(packet, record, connection, pending);
            pending.span().end();
        }
    }

    /** The socket has the answer. */
    private void measure(PendingReply pending) {
        written.increment();
        metrics.timer("parlance_reply_lag", "route", pending.packet().name()).record(pending.age());
    }

    /** Nothing yet, if more parts are to come. */
    private static byte @Nullable [] wholeOf(
            ConsumerRecord<byte[], byte[]> record, PendingReply pending) {
        var part = RecordHeaders.find(record.headers(), parlance.contracts.Headers.PART);
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
            byte[] packet,
            ConsumerRecord<byte[], byte[]> record,
            Connection connection,
            PendingReply pending) {
        var headers = record.headers();
        var bind = RecordHeaders.find(headers, parlance.contracts.Headers.BIND);
        try {
            if (bind != null) {
                signIn.begin(connection, Json.read(bind, Caller.class), null);
            }
        } catch (Rejection rejection) {
            pending.replyTo().refuse(rejection.failure());
            return;
        }
        if (RecordHeaders.find(headers, parlance.contracts.Headers.UNBIND) != null) {
            sessions.signOut(connection, Cause.SIGNED_OUT);
        }
        pending.replyTo()
                .reply(
                        openedIn(packet, headers, pending),
                        record.offset(),
                        entryIn(headers),
                        () -> measure(pending));
        if (bind != null) {
            signIn.complete(connection, Welcome.plain());
        }
    }

    private static @Nullable EntryId entryIn(Headers headers) {
        var entry = RecordHeaders.find(headers, parlance.contracts.Headers.ENTRY);
        return entry == null ? null : EntryId.parse(entry);
    }

    /** The packet, with what only the gateway could read. */
    private String openedIn(byte[] packet, Headers headers, PendingReply pending) {
        var answer = new String(packet, StandardCharsets.UTF_8);
        var sealed = RecordHeaders.find(headers, parlance.contracts.Headers.SEALED_REPLY);
        var key = pending.replyKey();
        return sealed == null || key == null
                ? answer
                : SecretReply.join(answer, seals.openReply(key, sealed));
    }
}
