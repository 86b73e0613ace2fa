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

class ChildrenTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private Children children;

    @BeforeEach
    void inAHomeOfItsOwn() {
        children = new Children(new Home(folder));
    }

    @Test
    void aLaterLauncherFindsAndStopsWhatRuns() {
        var started = children.start(program("sleep 600", Ports.free()));

        var found = new Children(new Home(folder)).find("it").orElseThrow();

        assertThat(found).isEqualTo(started);
        assertThat(found.isAlive()).isTrue();
        children.stop(found, LIMIT);
        assertThat(found.isAlive()).isFalse();
        assertThat(children.all()).isEmpty();
    }

    @Test
    void aStrangerWithTheSamePidIsNotOurs() {
        var started = children.start(program("sleep 600", Ports.free()));
        var earlier = started.startedAt().minusSeconds(60);

        var forgotten = new Child("it", started.pid(), earlier, Map.of());

        assertThat(forgotten.isAlive()).isFalse();
        forgotten.kill();
        assertThat(started.isAlive()).isTrue();
        children.kill(started);
    }

    @Test
    void whoDiesIsReportedWithItsLastWords() {
        var child = children.start(program("echo no such luck; exit 3", Ports.free()));

        assertThatThrownBy(() -> children.awaitListening(child, LIMIT))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("it died")
                .hasMessageContaining("no such luck");
    }

    @Test
    void aPortHeldBySomebodyElseDoesNotMakeAChildReady() throws Exception {
        var port = Ports.free();
        var child = children.start(program("sleep 600", port));
        try (var _ = new ServerSocket(port)) {
            assertThat(child.isListening(MAIN)).isFalse();
        } finally {
            children.kill(child);
        }
    }

    @Test
    void aBusyPortIsRefused() throws Exception {
        try (var socket = new ServerSocket(0)) {
            assertThatThrownBy(() -> children.start(program("true", socket.getLocalPort())))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("busy");
        }
    }

    private static ChildProgram program(String script, int port) {
        return new ChildProgram("it", List.of("sh", "-c", script), Map.of(), Map.of(MAIN, port));
    }
}
