package parlance.local.infra;

import static parlance.local.infra.ChildProgram.MAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A process that this launcher, or an earlier one, started. Its start time distinguishes it from
 * another process that got the same pid later.
 */
public record ManagedProcess(String name, long pid, Instant startedAt, Map<String, Integer> ports) {

    /** Clocks of the kernel and of the file may round differently. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    public int port() {
        return port(MAIN);
    }

    public int port(String portName) {
        return ports.getOrDefault(portName, 0);
    }

    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::isSame).isPresent() && !isZombie();
    }

    /** Whether this very process, and no stranger, listens on the port of that name. */
    public boolean isListening(String portName) {
        return isAlive() && PortOwnership.on(port(portName), pid);
    }

    /** Resident memory in bytes, 0 where the system does not tell. */
    public long memory() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    /** Asks it to end, waits for that, and kills it after the grace period. */
    public void stop(Duration grace) {
        signal(false);
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Ends it without a chance to clean up, and waits until it is gone. */
    public void kill() {
        signal(true);
        endsWithin(Duration.ofSeconds(10));
    }

    private void signal(boolean forcibly) {
        ProcessHandle.of(pid)
                .filter(this::isSame)
                .ifPresent(process -> {
                    if (forcibly) {
                        process.destroyForcibly();
                    } else {
                        process.destroy();
                    }
                });
    }

    private boolean endsWithin(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.briefly();
        }
        return true;
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(ROUNDING) < 0)
                .orElse(true);
    }

    /** Dead to the last thread, which may hold a port still, but not collected by its parent. */
    private boolean isZombie() {
        var self = Path.of("/proc", Long.toString(pid));
        try (var threads = Files.list(self.resolve("task"))) {
            var stat = Files.readString(self.resolve("stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1) && threads.count() <= 1;
        } catch (IOException _) {
            return false;
        }
    }

    static ManagedProcess of(Process process, ChildProgram program) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        return new ManagedProcess(program.name(), process.pid(), started, program.ports());
    }
}
