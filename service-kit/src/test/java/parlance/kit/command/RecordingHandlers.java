package parlance.kit.command;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import parlance.kit.redis.RedisUnavailable;

/** What the handlers of this test do and have done; its "dependency" can be taken down. */
@Singleton
public class RecordingHandlers {

    private final Map<String, List<String>> done = new ConcurrentHashMap<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean down = new AtomicBoolean();

    void work(String key, String text) {
        attempts.add(text);
        if (down.get()) {
            throw new RedisUnavailable(new IOException("down"));
        }
        if (text.startsWith("poison")) {
            throw new IllegalStateException("cannot digest " + text);
        }
        done.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>()).add(text);
    }

    public List<String> doneFor(String key) {
        return done.getOrDefault(key, List.of());
    }

    public long attemptsAt(String text) {
        return attempts.stream().filter(text::equals).count();
    }

    public void goDown() {
        down.set(true);
    }

    public void comeUp() {
        down.set(false);
    }
}
