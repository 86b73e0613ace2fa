package parlance.e2e.client;

import static parlance.testing.waiting.Waiting.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import parlance.local.infra.ManagedProcess;

/**
 * A process that is stopped (SIGSTOP) until this is closed (SIGCONT): its connections stay open.
 */
public final class FrozenProcess implements AutoCloseable {

    private final long pid;

    private FrozenProcess(long pid) {
        this.pid = pid;
    }

    public static FrozenProcess of(ManagedProcess process) {
        signal("STOP", process.pid());
        return new FrozenProcess(process.pid());
    }

    @Override
    public void close() {
        signal("CONT", pid);
    }

    /** Lets time pass, for the others. */
    public static void waitFor(Duration time) {
        await().atMost(time.plusSeconds(10)).pollDelay(time).until(() -> true);
    }

    private static void signal(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("no " + name + " for process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
