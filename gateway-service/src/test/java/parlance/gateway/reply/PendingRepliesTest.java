package parlance.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.ProtocolDialect;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.FakeSocket;
import parlance.gateway.packet.Packet;
import parlance.gateway.packet.PacketReader;

class PendingRepliesTest {

    private static final long NOW = System.nanoTime();
    private static final long LATER = NOW + 1_000_000_000L;

    private final FakeSocket socket = new FakeSocket();
    private final Connection connection =
            new Connection(
                    new ConnectionId("c"), ProtocolDialect.SEED, "::1", socket, 1_000, _ -> {});
    private final Connections connections = new Connections(new SimpleMeterRegistry());
    private final PendingReplies replies = new PendingReplies(connections);
    private final Packet packet =
            (Packet)
                    new PacketReader()
                            .read(Json.write(Map.of("request", Map.of("ping", Map.of()), "id", 1)));

    @BeforeEach
    void open() {
        connections.add(connection);
    }

    @Test
    void onlyTheConnectionThatAskedIsAnswered() {
        var correlation = replies.add(ofConnection(LATER));

        assertThat(replies.find(new ConnectionId("other"), correlation)).isEmpty();
        assertThat(replies.find(connection.id(), correlation)).isPresent();
    }

    @Test
    void eachReplyIsTakenOnce() {
        var correlation = replies.add(ofConnection(LATER));

        assertThat(replies.take(correlation)).isPresent();
        assertThat(replies.take(correlation)).isEmpty();
    }

    @Test
    void repliesOfAConnectionAreAwaitedUntilItIsGone() {
        var correlation = replies.add(ofConnection(LATER));
        connection.close(CloseReason.IDLE);

        assertThat(replies.find(connection.id(), correlation)).isPresent();
        connections.remove(connection);

        assertThat(replies.find(connection.id(), correlation)).isEmpty();
        assertThat(replies.isEmpty()).isTrue();
    }

    @Test
    void whatIsDueIsTakenOfOpenConnectionsAndOfHttpRequests() {
        var exchange = ReplyTo.HttpExchange.of(packet);
        replies.add(ofConnection(NOW));
        replies.add(new PendingReply(packet, exchange, Span.getInvalid(), null, NOW));
        replies.add(ofConnection(LATER));

        assertThat(replies.takeDue(NOW)).hasSize(2);
        connection.close(CloseReason.IDLE);

        assertThat(replies.takeDue(LATER)).isEmpty();
    }

    @Test
    void httpRequestsAreRefusedWhenNoAnswerCanCome() {
        var exchange = ReplyTo.HttpExchange.of(packet);
        replies.add(new PendingReply(packet, exchange, Span.getInvalid(), null, LATER));
        var correlation = replies.add(ofConnection(LATER));

        replies.refuseHttpExchanges(ErrorCode.SERVICE_UNAVAILABLE.failure());

        assertThat(exchange.answer().join()).contains("503");
        assertThat(replies.find(connection.id(), correlation)).isPresent();
        assertThat(socket.texts).isEmpty();
    }

    private PendingReply ofConnection(long due) {
        var replyTo = new ReplyTo.Socket(connection, new ClientReply(connection, packet));
        return new PendingReply(packet, replyTo, Span.getInvalid(), null, due);
    }
}
