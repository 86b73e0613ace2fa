package parlance.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.secrets.GeneratedSecrets;
import parlance.local.launcher.build.Build;
import parlance.local.launcher.build.Maven;

/** All tests against one infrastructure in a temporary folder, of which nothing is left after. */
public final class TestRun {

    private final Project project;
    private final Build build;
    private final TestServers servers;
    private final PhaseTimer phaseTimer = new PhaseTimer();
    private final String id = GeneratedSecrets.token();
    private volatile @Nullable Process maven;

    public TestRun(Project project, Build build, TestServers servers) {
        this.project = project;
        this.build = build;
        this.servers = servers;
    }

    /** The exit code of Maven, which gets the arguments. */
    public int run(List<String> arguments) throws Exception {
        servers.requireEngine();
        var dataDirectory = new DataDirectory(Files.createTempDirectory("parlance-test-"));
        var infrastructure = new Infrastructure(project, dataDirectory, System.getenv());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> end(infrastructure, dataDirectory), "stop-test-run"));
        try {
            var progress = (Progress) (component, state, _) -> report(component, state);
            phaseTimer.run("servers built", () -> build.programs(progress));
            phaseTimer.run(
                    "servers started", () -> infrastructure.start(servers.started(), progress));
            return phaseTimer.time(
                    "mvn verify",
                    () -> verify(arguments, infrastructure.addresses(servers.started())));
        } finally {
            phaseTimer.run("servers stopped", () -> end(infrastructure, dataDirectory));
            System.out.println();
            System.out.print(phaseTimer);
        }
    }

    private int verify(List<String> arguments, Map<String, String> addresses)
            throws IOException, InterruptedException {
        var command = Maven.command(withUpstream(arguments).toArray(String[]::new));
        var builder = Maven.process(project, command, "verify").inheritIO();
        builder.environment().putAll(addresses);
        builder.environment().putAll(servers.variables());
        builder.environment().put(OrphanProcesses.MARK, id);
        var process = builder.start();
        maven = process;
        return process.waitFor();
    }

    /** A module alone would be tested against the versions of the other modules in ~/.m2. */
    private static List<String> withUpstream(List<String> arguments) {
        var isPart = arguments.contains("-pl") || arguments.contains("--projects");
        if (!isPart || arguments.contains("-am") || arguments.contains("--also-make")) {
            return arguments;
        }
        var complete = new ArrayList<>(arguments);
        complete.add("-am");
        complete.add("-Dsurefire.failIfNoSpecifiedTests=false");
        complete.add("-Dfailsafe.failIfNoSpecifiedTests=false");
        return complete;
    }

    /**
     * Called at the end of the run and by the shutdown hook; the second call finds nothing to stop.
     */
    private synchronized void end(Infrastructure infrastructure, DataDirectory dataDirectory) {
        var process = maven;
        if (process != null && process.isAlive()) {
            endGently(process);
        }
        OrphanProcesses.of(id).forEach(ProcessHandle::destroyForcibly);
        infrastructure.close();
        dataDirectory.wipe();
    }

    private static void endGently(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(String component, Progress.State state) {
        if (state == Progress.State.READY) {
            System.out.println("  " + component + " is ready");
        }
    }
}
