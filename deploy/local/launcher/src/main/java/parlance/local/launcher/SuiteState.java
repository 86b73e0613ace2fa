package parlance.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parlance.local.infra.DataDirectory;
import parlance.local.launcher.service.ReplicaPorts;

/**
 * What a later command must know of a running suite: its settings, and the ports of each replica by
 * name, which it keeps across restarts.
 */
record SuiteState(SuiteSettings settings, Map<String, ReplicaPorts> ports) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static SuiteState of(SuiteSettings settings, Map<String, ReplicaPorts> ports) {
        return new SuiteState(settings, new TreeMap<>(ports));
    }

    static Optional<SuiteState> load(DataDirectory dataDirectory) {
        var file = file(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), SuiteState.class));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + file + "; ./parlance down clears it", e);
        }
    }

    void save(DataDirectory dataDirectory) {
        var file = file(dataDirectory);
        try {
            var draft = PrivateFile.createBeside(file);
            JSON.writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(DataDirectory dataDirectory) {
        try {
            Files.deleteIfExists(file(dataDirectory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(DataDirectory dataDirectory) {
        return dataDirectory.run().resolve("state.json");
    }
}
