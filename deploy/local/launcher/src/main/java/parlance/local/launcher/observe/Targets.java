package parlance.local.launcher.observe;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import parlance.local.infra.DataDirectory;
import parlance.local.launcher.service.ReplicaPorts;

/**
 * The replicas of a suite, for Prometheus, which reads the file again whenever it changes: so it
 * follows {@code ./parlance scale}.
 */
public final class Targets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Target(List<String> targets, Map<String, String> labels) {}

    private Targets() {}

    static Path file(DataDirectory dataDirectory) {
        return dataDirectory.run().resolve("targets.json");
    }

    /** Writes those that a suite has now, by the names of its replicas. */
    public static void save(DataDirectory dataDirectory, Map<String, ReplicaPorts> replicas) {
        var targets =
                replicas.entrySet().stream()
                        .map(replica ->
                                new Target(
                                        List.of("127.0.0.1:" + replica.getValue().management()),
                                        Map.of("instance", replica.getKey())))
                        .toList();
        var file = file(dataDirectory);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            JSON.writeValue(draft.toFile(), targets);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
