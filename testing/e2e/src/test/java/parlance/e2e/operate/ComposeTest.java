package parlance.e2e.operate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.secrets.GeneratedSecrets;

/** The file is read, not started: that needs an engine and images. */
class ComposeTest {

    @Test
    void composeTakesTheFileWithTheSecretsThatParlanceMakes(@TempDir Path folder) throws Exception {
        var secrets =
                GeneratedSecrets.create().entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue())
                        .toList();
        var file = Files.write(folder.resolve("env"), secrets);

        new Tool("docker-compose", "docker-compose")
                .runs(
                        "--env-file",
                        file.toString(),
                        "-f",
                        "deploy/compose/compose.yaml",
                        "config",
                        "-q");
    }
}
