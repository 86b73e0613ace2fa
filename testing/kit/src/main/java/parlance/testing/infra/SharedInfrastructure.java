package parlance.testing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.Component;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;

/**
 * The servers of this JVM's tests. What the environment names is used as it is; the rest is started
 * once, in {@link Containers} if those are wanted, else as child processes with a temporary folder,
 * and ends with the JVM.
 */
public final class SharedInfrastructure {

    private static final EnumSet<Component> STARTED = EnumSet.noneOf(Component.class);
    private static final Map<Component, Map<String, String>> CONTAINERS =
            new EnumMap<>(Component.class);
    private static @Nullable Infrastructure infrastructure;

    private SharedInfrastructure() {}

    /** The addresses of these components, by environment variable; starts what does not run yet. */
    public static synchronized Map<String, String> addresses(Collection<Component> components) {
        var addresses = new HashMap<String, String>();
        var embedded = EnumSet.noneOf(Component.class);
        for (var component : components) {
            if (Containers.areWanted(System.getenv()) && !isNamed(component)) {
                addresses.putAll(CONTAINERS.computeIfAbsent(component, Containers::start));
            } else {
                embedded.add(component);
            }
        }
        addresses.putAll(addressesOfEmbedded(embedded));
        return addresses;
    }

    private static boolean isNamed(Component component) {
        return System.getenv(component.addressVariable()) != null;
    }

    private static Map<String, String> addressesOfEmbedded(EnumSet<Component> components) {
        var shared = shared();
        var missing = EnumSet.copyOf(components);
        missing.removeAll(STARTED);
        shared.start(missing, Progress.silent());
        STARTED.addAll(missing);
        return shared.addresses(components);
    }

    private static Infrastructure shared() {
        var existing = infrastructure;
        if (existing != null) {
            return existing;
        }
        var dataDirectory = temporaryHome();
        var created = new Infrastructure(Project.find(), dataDirectory, System.getenv());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> end(created, dataDirectory), "stop-infrastructure"));
        infrastructure = created;
        return created;
    }

    private static void end(Infrastructure infrastructure, DataDirectory dataDirectory) {
        infrastructure.close();
        dataDirectory.wipe();
    }

    private static DataDirectory temporaryHome() {
        try {
            return new DataDirectory(Files.createTempDirectory("parlance-test-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
