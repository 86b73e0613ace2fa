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

/** Starts the processes of one home and knows which of them run, also those of an earlier life. */
public final class Children {

    private static final int LAST_LINES = 20;

    private final Home home;

    public Children(Home home) {
        this.home = home;
    }

    /** Starts a process in a session of its own, so that no Ctrl-C of our terminal reaches it. */
    public Child start(ChildProgram program) {
        program.ports()
                .forEach((_, port) -> {
                    if (!Ports.becomesFree(port)) {
                        throw new StartupFailure(program.name() + ": port " + port + " is busy");
                    }
                });
        var log = home.log(program.name());
        keepPrevious(log);
        var command = new ArrayList<>(OwnSession.prefix());
        command.addAll(program.command());
        var builder =
                new ProcessBuilder(command)
                        .directory(home.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        try {
            var child = Child.of(builder.start(), program);
            ProcessFile.write(home.processFile(child.name()), child);
            return child;
        } catch (IOException e) {
            throw new StartupFailure(program.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until this very child listens on its main port. */
    public void awaitListening(Child child, Duration limit) {
        await(child, () -> child.isListening(MAIN), limit);
    }

    /** Waits until the child is ready; fails with its last words if it dies before. */
    public void await(Child child, BooleanSupplier ready, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.isAlive()) {
                throw died(child);
            }
            if (System.nanoTime() > deadline) {
                throw new StartupFailure(
                        "%s is not ready on port %d after %d s; see %s"
                                .formatted(
                                        child.name(),
                                        child.port(),
                                        limit.toSeconds(),
                                        home.log(child.name())));
            }
            Pause.briefly();
        }
    }

    /** The failure to report when a child ended by itself. */
    public StartupFailure died(Child child) {
        var log = home.log(child.name());
        return new StartupFailure(
                "%s died; the end of %s:%n  %s"
                        .formatted(
                                child.name(),
                                log,
                                String.join(
                                        System.lineSeparator() + "  ",
                                        LogTail.of(log, LAST_LINES))));
    }

    /** Stops a child and forgets it. */
    public void stop(Child child, Duration grace) {
        child.stop(grace);
        forget(child);
    }

    /** Kills a child without a chance to clean up, and forgets it. */
    public void kill(Child child) {
        child.kill();
        forget(child);
    }

    /** Forgets a child that is gone. */
    public void forget(Child child) {
        ProcessFile.remove(home.processFile(child.name()));
    }

    public Optional<Child> find(String name) {
        return ProcessFile.read(home.processFile(name));
    }

    /** Every child with a process file, dead ones too, oldest first. */
    public List<Child> all() {
        if (!Files.isDirectory(home.directory().resolve("run"))) {
            return List.of();
        }
        try (var files = Files.list(home.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(ProcessFile::read)
                    .flatMap(Optional::stream)
                    .sorted(comparing(Child::startedAt))
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
