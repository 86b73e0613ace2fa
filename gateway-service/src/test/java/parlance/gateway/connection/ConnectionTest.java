package parlance.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

class ConnectionTest {

    private static final ConnectionId ID = new ConnectionId("c1");
    private static final int LIMIT = 100;
    private static final Caller CALLER =
            new Caller(
                    new OrganizationId("default"),
                    new UserId("ann"),
                    "ann",
                    new DeviceId("phone"),
                    new SessionId("s"));

    private final FakeSocket socket = new FakeSocket();
    private final List<Connection> farewells = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final Connection connection =
            new Connection(ID, ProtocolDialect.SEED, "127.0.0.1", socket, LIMIT, farewells::add);

    @Test
    void aDeliveryIsWrittenOnce() {
        assertThat(deliver(delivery(5, 0, "a"))).isTrue();
        assertThat(deliver(delivery(5, 0, "a"))).isTrue();
        assertThat(deliver(delivery(4, 1, "older"))).isTrue();
        assertThat(deliver(delivery(5, 1, "b"))).isTrue();

        assertThat(socket.texts).containsExactly("a", "b");
    }

    @Test
    void aDeliveryCountsAsWrittenOnceTheSocketHasIt() {
        deliver(delivery(1, 0, "a"));
        deliver(delivery(2, 0, "b"));

        socket.flush(1);

        assertThat(written).containsExactly("a");
    }

    @Test
    void aSlowReaderIsSentAway() {
        connection.outbound().send("x".repeat(80));
        connection.outbound().send("x".repeat(30));

        assertThat(socket.closed).isEqualTo(CloseReason.SLOW_READER);
        assertThat(farewells).containsExactly(connection);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatMayBeDroppedIsDroppedForASlowReaderWhoIsNotSentAwayForIt() {
        assertThat(connection.outbound().sendEphemeral("x".repeat(30))).isTrue();
        assertThat(connection.outbound().sendEphemeral("typing")).isFalse();
        assertThat(socket.closed).isNull();

        socket.flush(1);

        assertThat(connection.outbound().sendEphemeral("typing")).isTrue();
    }

    @Test
    void aConnectionThatSignsInAgainIsInTheForeground() {
        connection.session().setInactive(true);

        connection.session().signIn(CALLER);

        assertThat(connection.session().isInactive()).isFalse();
        assertThat(connection.session().belongsTo(CALLER.userId())).isTrue();
        assertThat(connection.session().belongsTo(new UserId("bob"))).isFalse();
    }

    @Test
    void anEmptyQueueTakesAPacketOfAnySize() {
        connection.outbound().send("x".repeat(1_000));
        socket.flush(1);
        connection.outbound().send("x".repeat(1_000));

        assertThat(socket.closed).isNull();
    }

    @Test
    void aPongProvesWhatWasWrittenBeforeItsPing() throws Exception {
        deliver(delivery(1, 0, "a"));
        connection.outbound().ping();
        deliver(delivery(2, 0, "b"));

        connection.pong(socket.pings.getFirst());
        connection.socketClosed(false);

        assertThat(packetsIn(connection)).containsExactly("b");
    }

    @Test
    void whoTakesLeaveHasReadWhatWasWritten() throws Exception {
        deliver(delivery(1, 0, "a"));
        deliver(delivery(2, 0, "b"));
        socket.flush(1);

        connection.socketClosed(true);

        assertThat(packetsIn(connection)).containsExactly("b");
    }

    @Test
    void whoBreaksMayHaveReadNothingSinceTheLastPong() throws Exception {
        deliver(delivery(1, 0, "a"));
        socket.flush(1);

        connection.socketClosed(false);

        assertThat(packetsIn(connection)).containsExactly("a");
    }

    @Test
    void whoDoesNotSayGoodbyeInTimeIsBroken() throws Exception {
        deliver(delivery(1, 0, "a"));
        socket.flush(1);

        connection.close(CloseReason.IDLE);

        assertThat(packetsIn(connection)).containsExactly("a");
    }

    @Test
    void nothingIsWrittenAfterTheClose() {
        connection.close(CloseReason.IDLE);

        assertThat(deliver(delivery(1, 0, "a"))).isFalse();
        assertThat(socket.texts).isEmpty();
        assertThat(socket.closed).isEqualTo(CloseReason.IDLE);
    }

    @Test
    void theInboxIsKeptFromTheFirstPacketThatIsNotProven() {
        assertThat(connection.outbound().firstUnacknowledgedOffset()).isEqualTo(Long.MAX_VALUE);
        deliver(delivery(11, 0, "a"));
        connection.outbound().ping();
        deliver(delivery(12, 0, "b"));
        assertThat(connection.outbound().firstUnacknowledgedOffset()).isEqualTo(11);

        connection.pong(socket.pings.getFirst());

        assertThat(connection.outbound().firstUnacknowledgedOffset()).isEqualTo(12);
    }

    @Test
    void whatNobodyKeepsNeedsNoProof() {
        var typing =
                new InboxDelivery(
                        1, "typing", new Position("s", 1, 0), List.of(), null, Set.of(), 0);

        deliver(typing);

        assertThat(connection.outbound().firstUnacknowledgedOffset()).isEqualTo(Long.MAX_VALUE);
    }

    private static List<String> packetsIn(Connection connection) throws InterruptedException {
        return connection.awaitEnd(Duration.ofMillis(10)).stream()
                .map(InboxDelivery::packet)
                .toList();
    }

    private boolean deliver(InboxDelivery delivery) {
        return connection.outbound().deliver(delivery, null, () -> written.add(delivery.packet()));
    }

    /** One that stands in the inbox where its command stood. */
    private static InboxDelivery delivery(long offset, int index, String packet) {
        return new InboxDelivery(
                offset,
                packet,
                new Position("message.commands-0", offset, index),
                List.of(new Recipient(new UserId("ann"), ID)),
                null,
                Set.of(OfflinePolicy.LOG),
                0);
    }
}
