package parlance.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Packets in the order of their arrival; each is taken once, and stays until a test takes it. */
final class PacketQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<JsonNode> packets = new ArrayList<>();
    private @Nullable Closing closing;

    void add(JsonNode packet) {
        change(() -> packets.add(packet));
    }

    /** No more will come. Only the first reason counts. */
    void close(Closing reason) {
        change(() -> {
            if (closing == null) {
                closing = reason;
            }
        });
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the first packet that {@code wanted} accepts.
     *
     * @param description of what is awaited, for the failure
     */
    JsonNode take(String description, Predicate<JsonNode> wanted, Duration limit) {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (true) {
                var found = remove(wanted);
                if (found != null) {
                    return found;
                }
                if (closing != null) {
                    throw new AssertionError(
                            "closed with "
                                    + closing
                                    + " while waiting for "
                                    + description
                                    + rest());
                }
                if (left <= 0) {
                    throw new AssertionError(
                            "no " + description + " within " + limit.toSeconds() + " s" + rest());
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + description, e);
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything; waits for the first packet, unless no more will come. */
    List<JsonNode> drain(Duration limit) {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (packets.isEmpty() && closing == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            var taken = List.copyOf(packets);
            packets.clear();
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable JsonNode remove(Predicate<JsonNode> wanted) {
        for (Iterator<JsonNode> each = packets.iterator(); each.hasNext(); ) {
            var packet = each.next();
            if (wanted.test(packet)) {
                each.remove();
                return packet;
            }
        }
        return null;
    }

    private String rest() {
        return packets.isEmpty() ? "" : "; unread: " + packets;
    }

    Closing awaitClosing(Duration limit) {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (closing == null) {
                if (left <= 0) {
                    throw new AssertionError("still open after " + limit.toSeconds() + " s");
                }
                left = changed.awaitNanos(left);
            }
            return closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the end", e);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closing != null;
        } finally {
            lock.unlock();
        }
    }

    /** What came and was not taken. */
    List<JsonNode> unread() {
        lock.lock();
        try {
            return List.copyOf(packets);
        } finally {
            lock.unlock();
        }
    }
}
