package parlance.local.launcher.observe;

import static parlance.local.infra.ChildProgram.MAIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parlance.local.infra.ChildProgram;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Executables;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Ports;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;

/** This machine's Prometheus with the repository's alerts, on every replica of a suite. */
public final class Prometheus {

    private static final String NAME = "prometheus";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final String SETTINGS =
            """
            global:
              scrape_interval: 2s
              evaluation_interval: 5s
            rule_files: ["%s/deploy/prometheus/rules/*.yaml"]
            scrape_configs:
              - job_name: parlance
                metrics_path: /q/metrics
                file_sd_configs:
                  - files: ["%s"]
            """;

    private final Project project;
    private final DataDirectory dataDirectory;

    public Prometheus(Project project, DataDirectory dataDirectory) {
        this.project = project;
        this.dataDirectory = dataDirectory;
    }

    /** Fails with advice where there is none. */
    public static void requireInstalled() {
        executable();
    }

    /** Starts it, and returns where it answers; it is stopped with everything else of the home. */
    public URI start() {
        var managedProcesses = new ManagedProcesses(dataDirectory);
        var port = Ports.free();
        var managedProcess = managedProcesses.start(program(port));
        managedProcesses.awaitListening(managedProcess, START_LIMIT);
        return URI.create("http://127.0.0.1:" + port);
    }

    private ChildProgram program(int port) {
        var data = dataDirectory.data(NAME);
        var settings = data.resolve("prometheus.yml");
        try {
            Files.writeString(
                    settings, SETTINGS.formatted(project.root(), Targets.file(dataDirectory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command =
                List.of(
                        executable().toString(),
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + data.resolve("series"),
                        "--storage.tsdb.retention.time=1d",
                        "--web.listen-address=127.0.0.1:" + port);
        return new ChildProgram(NAME, command, Map.of(), Map.of(MAIN, port));
    }

    private static Path executable() {
        return Executables.find(NAME)
                .orElseThrow(() ->
                        new StartupFailure(
                                "there is no prometheus here; on Debian: apt-get install"
                                        + " prometheus"));
    }
}
