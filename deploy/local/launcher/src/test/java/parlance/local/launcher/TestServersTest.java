package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.StartupFailure;

class TestServersTest {

    @TempDir Path folder;

    @Test
    void containersNeedADockerEngine() {
        var socket = folder.resolve("docker.sock");

        assertThatThrownBy(() -> TestServers.CONTAINERS.requireEngine(Map.of(), socket))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("--containers needs a Docker engine")
                .hasMessageContaining(socket.toString());
        assertThatCode(() -> TestServers.EMBEDDED.requireEngine(Map.of(), socket))
                .doesNotThrowAnyException();
    }

    @Test
    void anEngineIsWhereItsSocketIsOrWhereTheEnvironmentSays() throws Exception {
        var socket = folder.resolve("docker.sock");
        var elsewhere = Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375");

        assertThatCode(() -> TestServers.CONTAINERS.requireEngine(elsewhere, socket))
                .doesNotThrowAnyException();
        Files.createFile(socket);
        assertThatCode(() -> TestServers.CONTAINERS.requireEngine(Map.of(), socket))
                .doesNotThrowAnyException();
    }

    @Test
    void theTestsAreToldToStartContainersWhereTheLauncherStartsNothing() {
        assertThat(TestServers.CONTAINERS.started()).isEmpty();
        assertThat(TestServers.CONTAINERS.variables())
                .containsExactly(Map.entry("PARLANCE_TEST_CONTAINERS", "true"));
        assertThat(TestServers.EMBEDDED.started()).hasSize(4);
        assertThat(TestServers.EMBEDDED.variables()).isEmpty();
    }
}
