package parlance.gateway.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A socket whose writes finish when the test says so. */
public final class FakeSocket implements Socket {

    public final List<String> texts = new ArrayList<>();
    public final List<Long> pings = new ArrayList<>();
    public @Nullable CloseReason closed;

    private final Queue<Runnable> unwritten = new ArrayDeque<>();

    @Override
    public void write(String text, Runnable written) {
        texts.add(text);
        unwritten.add(written);
    }

    @Override
    public void ping(long number) {
        pings.add(number);
    }

    @Override
    public void close(CloseReason reason) {
        closed = reason;
    }

    /** The operating system takes the oldest {@code count} packets. */
    public void flush(int count) {
        for (int i = 0; i < count; i++) {
            unwritten.remove().run();
        }
    }
}
