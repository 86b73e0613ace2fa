package parlance.testing.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What was sent, and what became of it at each recipient. A message is reordered if its sender's
 * earlier one comes after it; it is lost if it was acked and did not arrive.
 */
final class DeliveryStats {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> nextOfSender = new ConcurrentHashMap<>();
    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();

    private final Histogram toAck = new Histogram(LONGEST_MICROS, 3);
    private final Histogram toReceive = new Histogram(LONGEST_MICROS, 3);
    private long doubled;
    private long reordered;

    private static final class Sent {
        final String sender;
        final long number;
        final long due;
        final int recipients;
        final boolean counts;
        final Map<String, Boolean> receivedBy = new HashMap<>();
        boolean acked;

        Sent(String sender, long number, long due, int recipients, boolean counts) {
            this.sender = sender;
            this.number = number;
            this.due = due;
            this.recipients = recipients;
            this.counts = counts;
        }
    }

    private boolean counting;

    /** Forgets the latencies of the warm-up; what it lost or doubled still counts. */
    synchronized void startCounting() {
        counting = true;
    }

    synchronized String sending(String sender, long due, int recipients) {
        var number = nextOfSender.merge(sender, 1L, Long::sum);
        var id = run + "-" + sender + "-" + number;
        sent.put(id, new Sent(sender, number, due, recipients, counting));
        return id;
    }

    synchronized void acked(String id, long now) {
        var message = Objects.requireNonNull(sent.get(id));
        message.acked = true;
        if (message.counts) {
            toAck.recordValue(micros(now - message.due));
        }
    }

    synchronized void received(String recipient, String id, long now) {
        var message = sent.get(id);
        if (message == null) {
            return;
        }
        if (message.receivedBy.put(recipient, true) != null) {
            doubled++;
            return;
        }
        if (message.counts) {
            toReceive.recordValue(micros(now - message.due));
        }
        var before = lastSeen.put(recipient + "<" + message.sender, message.number);
        if (before != null && before > message.number) {
            reordered++;
        }
    }

    /** Deliveries and acks that are still to come. */
    synchronized long missing() {
        return sent.values().stream()
                .mapToLong(m -> m.recipients - m.receivedBy.size() + (m.acked ? 0 : 1))
                .sum();
    }

    synchronized long lost() {
        return sent.values().stream()
                .filter(message -> message.acked)
                .mapToLong(message -> message.recipients - message.receivedBy.size())
                .sum();
    }

    synchronized long unacked() {
        return sent.values().stream().filter(message -> !message.acked).count();
    }

    synchronized long doubled() {
        return doubled;
    }

    synchronized long reordered() {
        return reordered;
    }

    synchronized Histogram toAck() {
        return toAck.copy();
    }

    synchronized Histogram toReceive() {
        return toReceive.copy();
    }

    private static long micros(long nanos) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS);
    }
}
