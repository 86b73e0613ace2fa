package parlance.e2e.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import parlance.e2e.operate.TraceReceiver;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.launcher.Suite;
import parlance.local.launcher.SuiteSettings;

/**
 * The suite that the stories of this JVM run on. It starts with the first story and ends with the
 * JVM.
 */
public final class TestSuite {

    /** Short, so that a story about a dead gateway is short. */
    public static final Duration LEASE = Duration.ofSeconds(4);

    private TestSuite() {}

    /** On the servers that the environment names, else on its own. */
    public static Suite shared() {
        return Shared.SUITE;
    }

    /**
     * The shared suite with three gateways and two replicas of what they ask most. They stay: to
     * stop and start them again for every story is most of what such a story takes.
     */
    public static Suite scaled() {
        return Scaled.SUITE;
    }

    /** On servers of its own, which a story may stop. */
    public static Suite breakable() {
        return Breakable.SUITE;
    }

    /** What the shared suite tells of its packets' ways. */
    public static TraceReceiver traces() {
        return Shared.TRACES;
    }

    /** Where the shared suite's notifications go. */
    public static PushProviders pushProviders() {
        shared();
        return Shared.PUSH;
    }

    /** Where the shared suite keeps everything. */
    public static DataDirectory sharedHome() {
        return Shared.HOME;
    }

    /** One more suite, which ends with the JVM. */
    public static Suite start(SuiteSettings settings, DataDirectory dataDirectory) {
        var suite =
                Suite.create(
                        Project.find(),
                        dataDirectory,
                        settings.with("PARLANCE_GATEWAY_LEASE", LEASE.toSeconds() + "s")
                                .with("PARLANCE_PRESENCE_DEBOUNCE", "1s")
                                // The stricter rule, which other services are asked for.
                                .with("PARLANCE_FILES_READ", "participants"));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(suite, dataDirectory), "stop-suite"));
        suite.start(Progress.silent());
        return suite;
    }

    /** Logs and traces as in production. */
    private static SuiteSettings watched(SuiteSettings settings) {
        return Shared.TRACES.tell(settings).with("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    }

    /** With {@code E2E_KEEP} set, logs and data stay where they are. */
    private static void end(Suite suite, DataDirectory dataDirectory) {
        suite.close();
        if (System.getenv("E2E_KEEP") == null) {
            dataDirectory.wipe();
        }
    }

    /** A new data directory, which the caller must delete. */
    public static DataDirectory newHome() {
        try {
            return new DataDirectory(Files.createTempDirectory("parlance-e2e-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final DataDirectory HOME = newHome();
        static final PushProviders PUSH = PushProviders.start();
        static final TraceReceiver TRACES = TraceReceiver.start();
        static final Suite SUITE = start(PUSH.tell(watched(SuiteSettings.defaults())), HOME);
    }

    private static final class Scaled {
        static final Suite SUITE = shared();

        static {
            SUITE.scale("gateway", 3, Progress.silent());
            SUITE.scale("user", 2, Progress.silent());
            SUITE.scale("message", 2, Progress.silent());
        }
    }

    private static final class Breakable {
        static final Suite SUITE = start(SuiteSettings.withOwnServers(), newHome());
    }
}
