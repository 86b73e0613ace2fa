package parlance.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Properties;

/** One line each for pid, start and ports of a child, so that a later launcher finds it again. */
final class ProcessFile {

    private static final String PORT = "port.";

    private ProcessFile() {}

    static void write(Path file, ManagedProcess managedProcess) {
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(managedProcess.pid()));
        properties.setProperty("started", managedProcess.startedAt().toString());
        managedProcess
                .ports()
                .forEach((name, port) -> properties.setProperty(PORT + name, port.toString()));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newOutputStream(draft)) {
                properties.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ManagedProcess> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ports = new HashMap<String, Integer>();
        for (var key : properties.stringPropertyNames()) {
            if (key.startsWith(PORT)) {
                ports.put(
                        key.substring(PORT.length()), Integer.valueOf(properties.getProperty(key)));
            }
        }
        var name = file.getFileName().toString().replaceFirst("\\.pid$", "");
        return Optional.of(
                new ManagedProcess(
                        name,
                        Long.parseLong(properties.getProperty("pid")),
                        Instant.parse(properties.getProperty("started")),
                        ports));
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
