package parlance.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.Component;
import parlance.local.infra.Home;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.secrets.GeneratedSecrets;
import parlance.local.launcher.build.Build;
import parlance.local.launcher.build.Maven;

/** All tests against one infrastructure in a temporary folder, of which nothing is left after. */
public final class TestRun {

    private static final EnumSet<Component> ALL = EnumSet.allOf(Component.class);

    private final Project project;
    private final Build build;
    private final Phases phases = new Phases();
    private final String id = GeneratedSecrets.token();
    private volatile @Nullable Process maven;

    public TestRun(Project project, Build build) {
        this.project = project;
        this.build = build;
    }

    /** The exit code of Maven, which gets the arguments. */
    public int run(List<String> arguments) throws Exception {
        var home = new Home(Files.createTempDirectory("parlance-test-"));
        var infrastructure = new Infrastructure(project, home, System.getenv());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(infrastructure, home), "stop-test-run"));
        try {
            var progress = (Progress) (component, state, _) -> report(component, state);
            phases.run("servers built", () -> build.programs(progress));
            phases.run("servers started", () -> infrastructure.start(ALL, progress));
            return phases.time(
                    "mvn verify", () -> verify(arguments, infrastructure.addresses(ALL)));
        } finally {
            phases.run("servers stopped", () -> end(infrastructure, home));
            System.out.println();
            System.out.print(phases);
        }
    }

    private int verify(List<String> arguments, Map<String, String> addresses)
            throws IOException, InterruptedException {
        var command = Maven.command(withUpstream(arguments).toArray(String[]::new));
        var builder = Maven.process(project, command, "verify").inheritIO();
        builder.environment().putAll(addresses);
        builder.environment().put(Leftovers.MARK, id);
        var process = builder.start();
        maven = process;
        return process.waitFor();
    }

    /** A module alone would be tested against whatever ~/.m2 has of the others. */
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

    /** At the end, or when we are told to end before; whoever comes second finds nothing to do. */
    private synchronized void end(Infrastructure infrastructure, Home home) {
        var process = maven;
        if (process != null && process.isAlive()) {
            endGently(process);
        }
        Leftovers.of(id).forEach(ProcessHandle::destroyForcibly);
        infrastructure.close();
        home.wipe();
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
