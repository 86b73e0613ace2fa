package parlance.e2e.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.Project;
import parlance.local.infra.secrets.GeneratedSecrets;

/** The file is read, not started: that needs an engine and images. */
class ComposeTest {

    private static final String FILE = "deploy/compose/compose.yaml";

    @Test
    void itDoesWithoutTheRulesOfLocalMode() throws Exception {
        assertThat(Files.readString(Project.find().root().resolve(FILE)))
                .doesNotContain("QUARKUS_PROFILE", "PARLANCE_LOCAL");
    }

    @Test
    void composeTakesTheFileWithTheSecretsThatParlanceMakes(@TempDir Path folder) throws Exception {
        var secrets =
                GeneratedSecrets.create().entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue())
                        .toList();
        var file = Files.write(folder.resolve("env"), secrets);

        new Tool("docker-compose", "docker-compose")
                .runs("--env-file", file.toString(), "-f", FILE, "config", "-q");
    }
}
