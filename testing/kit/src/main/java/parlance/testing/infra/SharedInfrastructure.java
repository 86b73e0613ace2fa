package parlance.testing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.Component;
import parlance.local.infra.Home;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;

/**
 * The servers of this JVM's tests. What the environment names is used as it is; the rest is started
 * once, in {@link Containers} where a Docker engine answers, else as child processes with a
 * temporary folder, and ends with the JVM.
 */
public final class SharedInfrastructure {

    private static final EnumSet<Component> STARTED = EnumSet.noneOf(Component.class);
    private static @Nullable Infrastructure infrastructure;

    private SharedInfrastructure() {}

    /** The addresses of these components, by environment variable; starts what does not run yet. */
    public static synchronized Map<String, String> addresses(Collection<Component> components) {
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
        var home = temporaryHome();
        var created = new Infrastructure(Project.find(), home, environment());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(created, home), "stop-infrastructure"));
        infrastructure = created;
        return created;
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        Containers.startMissing(environment).forEach(environment::putIfAbsent);
        return environment;
    }

    private static void end(Infrastructure infrastructure, Home home) {
        infrastructure.close();
        home.wipe();
    }

    private static Home temporaryHome() {
        try {
            return new Home(Files.createTempDirectory("parlance-test-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
