package parlance.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.local.infra.ChildProgram.MAIN;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private ManagedProcesses managedProcesses;

    @BeforeEach
    void inAHomeOfItsOwn() {
        managedProcesses = new ManagedProcesses(new DataDirectory(folder));
    }

    @Test
    void aLaterLauncherFindsAndStopsWhatRuns() {
        var started = managedProcesses.start(program("sleep 600", Ports.free()));

        var found = new ManagedProcesses(new DataDirectory(folder)).find("it").orElseThrow();

        assertThat(found).isEqualTo(started);
        assertThat(found.isAlive()).isTrue();
        managedProcesses.stop(found, LIMIT);
        assertThat(found.isAlive()).isFalse();
        assertThat(managedProcesses.all()).isEmpty();
    }

    @Test
    void aStrangerWithTheSamePidIsNotOurs() {
        var started = managedProcesses.start(program("sleep 600", Ports.free()));
        var earlier = started.startedAt().minusSeconds(60);

        var forgotten = new ManagedProcess("it", started.pid(), earlier, Map.of());

        assertThat(forgotten.isAlive()).isFalse();
        forgotten.kill();
        assertThat(started.isAlive()).isTrue();
        managedProcesses.kill(started);
    }

    @Test
    void whoDiesIsReportedWithItsLastWords() {
        var managedProcess =
                managedProcesses.start(program("echo no such luck; exit 3", Ports.free()));

        assertThatThrownBy(() -> managedProcesses.awaitListening(managedProcess, LIMIT))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("it died")
                .hasMessageContaining("no such luck");
    }

    @Test
    void aPortHeldBySomebodyElseDoesNotMakeAChildReady() throws Exception {
        var port = Ports.free();
        var managedProcess = managedProcesses.start(program("sleep 600", port));
        try (var _ = new ServerSocket(port)) {
            assertThat(managedProcess.isListening(MAIN)).isFalse();
        } finally {
            managedProcesses.kill(managedProcess);
        }
    }

    @Test
    void aBusyPortIsRefused() throws Exception {
        try (var socket = new ServerSocket(0)) {
            assertThatThrownBy(() -> managedProcesses.start(program("true", socket.getLocalPort())))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("busy");
        }
    }

    private static ChildProgram program(String script, int port) {
        return new ChildProgram("it", List.of("sh", "-c", script), Map.of(), Map.of(MAIN, port));
    }
}
