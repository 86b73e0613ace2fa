package parlance.gateway.reply;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorBody;
import parlance.gateway.connection.Connections;

/**
 * The answers that this process waits for, each under the correlation that its command carries.
 * Those of a connection are forgotten with it.
 */
@Singleton
public final class PendingReplies {

    private final Connections connections;
    private final Map<String, PendingReply> pending = new ConcurrentHashMap<>();
    private final AtomicLong lastCorrelation = new AtomicLong();

    public PendingReplies(Connections connections) {
        this.connections = connections;
    }

    /** The correlation for a new command. */
    public String add(PendingReply reply) {
        var correlation = Long.toString(lastCorrelation.incrementAndGet());
        pending.put(correlation, reply);
        return correlation;
    }

    /**
     * The pending reply for an answer, if the asker is still there.
     *
     * @param asker see {@link ReplyTo#id()}
     */
    public Optional<PendingReply> find(ConnectionId asker, String correlation) {
        return Optional.ofNullable(pending.get(correlation))
                .filter(reply -> reply.replyTo().id().equals(asker))
                .filter(this::isAwaited);
    }

    /** The caller of this answers it; no other can. */
    public Optional<PendingReply> take(String correlation) {
        return Optional.ofNullable(pending.remove(correlation));
    }

    public boolean isEmpty() {
        return pending.values().stream().noneMatch(this::isAwaited);
    }

    /** Tells administrators that no answer can come any more. */
    public void refuseHttpExchanges(ErrorBody error) {
        pending.forEach((correlation, reply) -> {
            if (reply.replyTo() instanceof ReplyTo.HttpExchange exchange) {
                take(correlation).ifPresent(_ -> exchange.refuse(error));
            }
        });
    }

    /** Takes those whose time is over. */
    List<PendingReply> takeDue(long nanos) {
        pending.values().removeIf(reply -> !isAwaited(reply));
        return pending.entrySet().stream()
                .filter(entry -> isOpen(entry.getValue()) && entry.getValue().isDue(nanos))
                .flatMap(entry -> take(entry.getKey()).stream())
                .toList();
    }

    /** Also while its connection is being closed: what it is told then is handed back. */
    private boolean isAwaited(PendingReply reply) {
        return switch (reply.replyTo()) {
            case ReplyTo.Socket(var connection, _) -> connections.find(connection.id()).isPresent();
            case ReplyTo.HttpExchange _ -> true;
        };
    }

    private static boolean isOpen(PendingReply reply) {
        return switch (reply.replyTo()) {
            case ReplyTo.Socket(var connection, _) -> connection.isOpen();
            case ReplyTo.HttpExchange _ -> true;
        };
    }
}
