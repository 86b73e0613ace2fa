package parlance.e2e.operate;

import org.junit.jupiter.api.Test;

/** The file is read, not started: that needs an engine and images. */
class ComposeTest {

    @Test
    void composeTakesTheFile() throws Exception {
        new Tool("docker-compose", "docker-compose")
                .runs(
                        "--env-file",
                        "deploy/compose/example.env",
                        "-f",
                        "deploy/compose/compose.yaml",
                        "config",
                        "-q");
    }
}
