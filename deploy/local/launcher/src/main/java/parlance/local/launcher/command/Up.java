package parlance.local.launcher.command;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.launcher.DataDirectoryLock;
import parlance.local.launcher.Suite;
import parlance.local.launcher.SuiteSettings;
import parlance.local.launcher.observe.Prometheus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Builds what is stale, starts everything, and leaves it running.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLISECONDS = 500;

    @Option(names = "--port", description = "The front door (default: ${DEFAULT-VALUE}).")
    private int port = 9001;

    @Option(
            names = "--host",
            description = "Where the front door listens (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--foreground", description = "Stay, and end everything on Ctrl-C.")
    private boolean foreground;

    @Option(names = "--no-build", description = "Run what was built before.")
    private boolean noBuild;

    @Option(
            names = "--observe",
            description = "Start this machine's Prometheus on all replicas, too.")
    private boolean observe;

    @Override
    public Integer call() throws Exception {
        if (observe) {
            Prometheus.requireInstalled();
        }
        var localContext = LocalContext.find();
        var progress = new LiveProgress();
        Suite suite;
        Thread hook;
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            var settings = SuiteSettings.defaults().withFrontPort(port).withHost(host);
            suite = Suite.create(localContext.project(), localContext.dataDirectory(), settings);
            if (!noBuild) {
                localContext.build().everything(progress);
            }
            hook = suite.closeOnExit();
            suite.start(progress);
        }
        System.out.println(FirstSession.of(suite));
        if (observe) {
            System.out.println("Prometheus: " + suite.observe() + " (boards: deploy/grafana)");
        }
        if (foreground) {
            stayWith(suite, new ManagedProcesses(localContext.dataDirectory()));
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        return 0;
    }

    /** Until Ctrl-C, upon which the hook ends the suite, or until a process dies. */
    private static void stayWith(Suite suite, ManagedProcesses managedProcesses)
            throws InterruptedException {
        Set<ManagedProcess> deadBefore = Set.of();
        do {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
            var dead =
                    suite.children().stream()
                            .filter(managedProcess -> !managedProcess.isAlive())
                            .collect(toSet());
            dead.retainAll(deadBefore);
            for (var managedProcess : dead) {
                throw managedProcesses.died(managedProcess);
            }
            // Twice: a restart from another terminal forgets its process only after its end.
            deadBefore =
                    suite.children().stream()
                            .filter(managedProcess -> !managedProcess.isAlive())
                            .collect(toSet());
        } while (!suite.children().isEmpty());
    }
}
