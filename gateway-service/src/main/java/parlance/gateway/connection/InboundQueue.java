package parlance.gateway.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection's frames, worked on one after the other on a virtual thread that lives as long as
 * there are any. Bounded, so that a client that sends faster than it is served cannot fill memory.
 */
public final class InboundQueue {

    /** What a frame costs beside its text, so that empty ones are not free. */
    private static final int OVERHEAD = 64;

    private final Queue<String> frames = new ArrayDeque<>();
    private final Consumer<String> work;
    private final int limit;

    private long waiting;
    private boolean working;

    /**
     * @param limit characters that may wait
     */
    public InboundQueue(int limit, Consumer<String> work) {
        this.limit = limit;
        this.work = work;
    }

    /** Takes a frame; false if too much waits already. */
    public synchronized boolean offer(String frame) {
        if (waiting > 0 && waiting + costOf(frame) > limit) {
            return false;
        }
        waiting += costOf(frame);
        frames.add(frame);
        if (!working) {
            working = true;
            Thread.ofVirtual().name("packets").start(this::workOff);
        }
        return true;
    }

    private void workOff() {
        for (var frame = next(); frame != null; frame = next()) {
            work.accept(frame);
        }
    }

    private synchronized @Nullable String next() {
        var frame = frames.poll();
        working = frame != null;
        if (frame != null) {
            waiting -= costOf(frame);
        }
        return frame;
    }

    private static int costOf(String frame) {
        return OVERHEAD + frame.length();
    }
}
