package parlance.gateway.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The answers that a connection waits for, each under the correlation that its command carries. */
public final class PendingReplies {

    private final Map<String, PendingReply> pending = new ConcurrentHashMap<>();
    private final AtomicLong lastCorrelation = new AtomicLong();

    /** The correlation for a new command. */
    public String add(PendingReply reply) {
        var correlation = Long.toString(lastCorrelation.incrementAndGet());
        pending.put(correlation, reply);
        return correlation;
    }

    public Optional<PendingReply> find(String correlation) {
        return Optional.ofNullable(pending.get(correlation));
    }

    /** Whoever takes it answers it; nobody else can. */
    public Optional<PendingReply> take(String correlation) {
        return Optional.ofNullable(pending.remove(correlation));
    }

    /** Takes those whose time is over. */
    public List<PendingReply> takeDue(long nanos) {
        return pending.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(nanos))
                .flatMap(entry -> take(entry.getKey()).stream())
                .toList();
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }
}
