package parlance.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.StreamEntryId;
import parlance.kit.resume.Cursor;
import parlance.kit.resume.ResumeEntry;

class OutboundChannelTest {

    private static final ConnectionId SELF = new ConnectionId("c1");
    private static final int LIMIT = 200;
    private static final Runnable UNMEASURED = () -> {};

    private final FakeSocket socket = new FakeSocket();
    private final AtomicInteger overflows = new AtomicInteger();
    private final OutboundChannel channel =
            new OutboundChannel(SELF, socket, LIMIT, overflows::incrementAndGet);
    private final AtomicInteger refills = new AtomicInteger();

    @Test
    void whileItIsHeldLivePacketsWaitInOrder() {
        channel.hold();
        deliver(1);
        deliver(2);
        deliver(1);
        assertThat(socket.texts).isEmpty();
        assertThat(channel.firstUnacknowledgedOffset()).isEqualTo(1);

        channel.release();

        assertThat(overflows).hasValue(0);

        assertThat(socket.texts).containsExactly(packet(1), packet(2));
    }

    @Test
    void noMoreWaitsThanTheLimit() {
        channel.hold();

        assertThat(channel.deliver(delivery(1, "x".repeat(LIMIT)), null, UNMEASURED)).isTrue();
        assertThat(channel.deliver(delivery(2, "y"), null, UNMEASURED)).isFalse();
    }

    @Test
    void whatWaitsWhenTheUserGoesIsHandedBackAndNotShownToTheNext() {
        channel.hold();
        deliver(1);

        channel.userLeft();
        channel.release();

        assertThat(socket.texts).isEmpty();
        assertThat(channel.leftovers(true)).extracting(InboxDelivery::offset).containsExactly(1L);
    }

    @Test
    void aHoldHasAnEnd() {
        assertThat(channel.isHeldFor(Duration.ZERO)).isFalse();
        channel.hold();
        assertThat(channel.isHeldFor(Duration.ZERO)).isTrue();
        assertThat(channel.isHeldFor(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void numberedPacketsCarryTheCursorBehindTheirOwnFields() {
        begin(10);

        deliver(1, 11);

        assertThat(socket.texts).containsExactly("{\"n\":1,\"cursor\":\"s.100-11\"}");
    }

    @Test
    void aPacketThatOvertookAnotherWaitsForIt() {
        begin(10);

        deliver(2, 12);
        assertThat(socket.texts).isEmpty();
        assertThat(refills).hasValue(1);
        channel.fill(List.of(entry(1, 11, null), entry(2, 12, null)));
        channel.release();
        deliver(1, 11);

        assertThat(socket.texts).containsExactly(stamped(1, 11), stamped(2, 12));
    }

    @Test
    void theAnswerToAnOwnMessageCountsForIt() {
        begin(10);

        channel.reply("{\"ack\":{}}", id(11), UNMEASURED);
        deliver(2, 12);

        assertThat(socket.texts)
                .containsExactly("{\"ack\":{},\"cursor\":\"s.100-11\"}", stamped(2, 12));
        assertThat(refills).hasValue(0);
    }

    @Test
    void anOwnMessageWhoseAnswerIsLateIsNotShownToTheConnectionThatSentIt() {
        begin(10);

        deliver(2, 12);
        channel.fill(List.of(entry(1, 11, SELF), entry(2, 12, null)));
        channel.release();
        channel.reply("{\"ack\":{}}", id(11), UNMEASURED);

        assertThat(socket.texts).containsExactly(stamped(2, 12), "{\"ack\":{}}");
    }

    @Test
    void whoResumesIsGivenWhatIsMissingBeforeWhatIsLive() {
        channel.hold();
        deliver(4, 14);
        channel.resumeFrom(
                ResumePosition.resumed(cursor(11), refills::incrementAndGet),
                List.of(entry(2, 12, new ConnectionId("broken")), entry(3, 13, null)));

        channel.release();
        deliver(1, 11);
        deliver(3, 13);

        assertThat(socket.texts).containsExactly(stamped(2, 12), stamped(3, 13), stamped(4, 14));
    }

    @Test
    void whoBeginsIsGivenWhatWasAddressedToTheConnectionBeforeTheFirstCursor() {
        begin(10);

        deliver(1, 10);

        assertThat(socket.texts).containsExactly(packet(1));
    }

    @Test
    void numbersThatAreGivenAgainEndTheConnection() {
        begin(10);
        deliver(1, 11);

        assertThat(channel.deliver(delivery(2, packet(2)), id(11), UNMEASURED)).isFalse();
    }

    @Test
    void whatWasWrittenFromTheStreamIsHandedBackIfItDidNotArrive() {
        begin(10);
        deliver(2, 12);
        channel.fill(List.of(entry(1, 11, null), entry(2, 12, null)));
        channel.release();
        deliver(1, 11);

        assertThat(channel.leftovers(false))
                .extracting(InboxDelivery::offset)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private void begin(long last) {
        channel.resumeFrom(ResumePosition.begun(cursor(last), refills::incrementAndGet), List.of());
    }

    private void deliver(int offset) {
        assertThat(channel.deliver(delivery(offset, packet(offset)), null, UNMEASURED)).isTrue();
    }

    private void deliver(int offset, long number) {
        var taken = channel.deliver(delivery(offset, packet(offset)), id(number), UNMEASURED);
        assertThat(taken).isTrue();
    }

    private static InboxDelivery delivery(long offset, String packet) {
        return new InboxDelivery(
                offset, packet, position(offset), List.of(), null, Set.of(OfflinePolicy.LOG), 0);
    }

    private static ResumeEntry entry(int offset, long number, ConnectionId except) {
        return new ResumeEntry(id(number), position(offset), except, packet(offset));
    }

    private static Position position(long offset) {
        return new Position("test.commands-0", offset, 1);
    }

    private static Cursor cursor(long number) {
        return new Cursor("s", id(number));
    }

    private static StreamEntryId id(long number) {
        return new StreamEntryId(100, number);
    }

    private static String packet(int n) {
        return "{\"n\":" + n + "}";
    }

    private static String stamped(int n, long number) {
        return "{\"n\":" + n + ",\"cursor\":\"s.100-" + number + "\"}";
    }
}
