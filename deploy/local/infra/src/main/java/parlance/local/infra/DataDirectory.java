package parlance.local.infra;

import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a suite on this machine, with the data, logs and process files of its processes.
 */
public record DataDirectory(Path directory) {

    /** The data of one component; survives a restart. */
    public Path data(String name) {
        return made(directory.resolve("data").resolve(name));
    }

    /** What one process prints. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** What all of them print. */
    public Path logs() {
        return made(directory.resolve("logs"));
    }

    /** Who runs: one file per process. */
    public Path run() {
        return made(directory.resolve("run"));
    }

    Path processFile(String name) {
        return run().resolve(name + ".pid");
    }

    /** Removes the folder and all in it. */
    public void wipe() {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
