package parlance.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import parlance.local.infra.Component;
import parlance.local.infra.StartupFailure;

/** On which servers the component tests run. */
public enum TestServers {
    /** The launcher starts one of each as a child process, and the tests share them. */
    EMBEDDED(EnumSet.allOf(Component.class), Map.of()),
    /** The tests of each module start real ones in Docker; the stories start their own children. */
    CONTAINERS(EnumSet.noneOf(Component.class), Map.of("PARLANCE_TEST_CONTAINERS", "true"));

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");

    private final EnumSet<Component> started;
    private final Map<String, String> variables;

    TestServers(EnumSet<Component> started, Map<String, String> variables) {
        this.started = started;
        this.variables = variables;
    }

    /** Those that the launcher starts. */
    EnumSet<Component> started() {
        return EnumSet.copyOf(started);
    }

    /** What the tests are told. */
    Map<String, String> variables() {
        return variables;
    }

    void requireEngine() {
        requireEngine(System.getenv(), DOCKER_SOCKET);
    }

    void requireEngine(Map<String, String> environment, Path socket) {
        if (this == CONTAINERS
                && !environment.containsKey("DOCKER_HOST")
                && !Files.exists(socket)) {
            throw new StartupFailure(
                    "--containers needs a Docker engine, and there is none: "
                            + socket
                            + " does not exist, and DOCKER_HOST is not set");
        }
    }
}
