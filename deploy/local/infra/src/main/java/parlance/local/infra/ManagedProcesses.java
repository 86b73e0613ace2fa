package parlance.local.infra;

import static java.util.Comparator.comparing;
import static parlance.local.infra.ChildProgram.MAIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Starts the processes of one data directory, and knows which of them run, also those that an
 * earlier launcher started.
 */
public final class ManagedProcesses {

    private static final int LAST_LINES = 20;

    private final DataDirectory dataDirectory;

    public ManagedProcesses(DataDirectory dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** Starts a process in a session of its own, so that no Ctrl-C of our terminal reaches it. */
    public ManagedProcess start(ChildProgram program) {
        program.ports()
                .forEach((_, port) -> {
                    if (!Ports.becomesFree(port)) {
                        throw new StartupFailure(program.name() + ": port " + port + " is busy");
                    }
                });
        var log = dataDirectory.log(program.name());
        keepPrevious(log);
        var command = new ArrayList<>(DetachedProcess.prefix());
        command.addAll(program.command());
        var builder =
                new ProcessBuilder(command)
                        .directory(dataDirectory.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        try {
            var managedProcess = ManagedProcess.of(builder.start(), program);
            ProcessFile.write(dataDirectory.processFile(managedProcess.name()), managedProcess);
            return managedProcess;
        } catch (IOException e) {
            throw new StartupFailure(program.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until this very child listens on its main port. */
    public void awaitListening(ManagedProcess managedProcess, Duration limit) {
        await(managedProcess, () -> managedProcess.isListening(MAIN), limit);
    }

    /** Waits until the child is ready; fails with its last words if it dies before. */
    public void await(ManagedProcess managedProcess, BooleanSupplier ready, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!managedProcess.isAlive()) {
                throw died(managedProcess);
            }
            if (System.nanoTime() > deadline) {
                throw new StartupFailure(
                        "%s is not ready on port %d after %d s; see %s"
                                .formatted(
                                        managedProcess.name(),
                                        managedProcess.port(),
                                        limit.toSeconds(),
                                        dataDirectory.log(managedProcess.name())));
            }
            Pause.briefly();
        }
    }

    /** The failure to report when a child ended by itself. */
    public StartupFailure died(ManagedProcess managedProcess) {
        var log = dataDirectory.log(managedProcess.name());
        return new StartupFailure(
                "%s died; the end of %s:%n  %s"
                        .formatted(
                                managedProcess.name(),
                                log,
                                String.join(
                                        System.lineSeparator() + "  ",
                                        LogTail.of(log, LAST_LINES))));
    }

    /** Stops a child and forgets it. */
    public void stop(ManagedProcess managedProcess, Duration grace) {
        managedProcess.stop(grace);
        forget(managedProcess);
    }

    /** Kills a child without a chance to clean up, and forgets it. */
    public void kill(ManagedProcess managedProcess) {
        managedProcess.kill();
        forget(managedProcess);
    }

    /** Forgets a child that is gone. */
    public void forget(ManagedProcess managedProcess) {
        ProcessFile.remove(dataDirectory.processFile(managedProcess.name()));
    }

    public Optional<ManagedProcess> find(String name) {
        return ProcessFile.read(dataDirectory.processFile(name));
    }

    /** Every child with a process file, dead ones too, oldest first. */
    public List<ManagedProcess> all() {
        if (!Files.isDirectory(dataDirectory.directory().resolve("run"))) {
            return List.of();
        }
        try (var files = Files.list(dataDirectory.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(ProcessFile::read)
                    .flatMap(Optional::stream)
                    .sorted(comparing(ManagedProcess::startedAt))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepPrevious(Path log) {
        if (!Files.exists(log)) {
            return;
        }
        try {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
