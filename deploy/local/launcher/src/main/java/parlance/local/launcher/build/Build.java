package parlance.local.launcher.build;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.LogTail;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.service.Service;

/** Packages what is stale, in one Maven run. */
public final class Build {

    private static final int LAST_LINES = 40;

    private final Project project;
    private final DataDirectory dataDirectory;
    private final Clock clock;

    public Build(Project project, DataDirectory dataDirectory, Clock clock) {
        this.project = project;
        this.dataDirectory = dataDirectory;
        this.clock = clock;
    }

    /** The servers of deploy/local. */
    public void programs(Progress progress) {
        build(Modules.programs(project), progress);
    }

    /** The servers and every service. */
    public void everything(Progress progress) {
        build(Modules.all(project), progress);
    }

    /** The load of a benchmark. */
    public void load(Progress progress) {
        build(List.of(Modules.load(project)), progress);
    }

    /** One service. */
    public void service(Service service, Progress progress) {
        build(List.of(Modules.service(project, service)), progress);
    }

    private void build(List<Module> modules, Progress progress) {
        var stale = modules.stream().filter(Module::isStale).toList();
        if (stale.isEmpty()) {
            return;
        }
        var names = stale.stream().map(Module::path).toList();
        progress.report("build", Progress.State.STARTING, String.join(" ", names));
        var began = FileTime.from(clock.instant());
        packageAll(names);
        stale.forEach(module -> module.markBuilt(began));
        progress.report("build", Progress.State.READY, String.join(" ", names));
    }

    private void packageAll(List<String> modules) {
        var log = dataDirectory.log("build");
        // Not -DskipTests: that would still compile them.
        var command =
                Maven.command(
                        "-q", "-Dmaven.test.skip=true", "-am", "-pl", String.join(",", modules));
        try {
            var process =
                    Maven.process(project, command, "package")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new StartupFailure(
                        "the build failed; the end of %s:%n%s"
                                .formatted(
                                        log,
                                        String.join(
                                                System.lineSeparator(),
                                                LogTail.of(log, LAST_LINES))));
            }
        } catch (IOException e) {
            throw new StartupFailure("Maven cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("interrupted while building", e);
        }
    }
}
