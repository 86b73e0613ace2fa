package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

class CommandsTest {

    @Test
    void everyCommandIsOnThePageOfLocalMode() throws IOException {
        var page = Files.readString(Project.find().root().resolve("deploy/local/README.md"));

        assertThat(Main.commandLine().getSubcommands().keySet())
                .contains("up", "bench", "admin")
                .allSatisfy(name -> assertThat(page).contains("./parlance " + name));
    }

    @Test
    void theTestsOwnOptionIsTakenAndMavensAreHandedOn() {
        var test =
                Main.commandLine()
                        .parseArgs("test", "--containers", "-pl", "user-service", "-DskipITs")
                        .subcommand();

        assertThat(test.hasMatchedOption("--containers")).isTrue();
        assertThat(test.matchedPositionals().getFirst().stringValues())
                .containsExactly("-pl", "user-service", "-DskipITs");
        assertThat(Main.commandLine().parseArgs("test", "-o").subcommand().matchedOptions())
                .isEmpty();
    }

    @Test
    void withoutADockerEngineContainersAreRefused() {
        assumeThat(System.getenv("DOCKER_HOST")).isNull();
        assumeThat(Path.of("/var/run/docker.sock")).doesNotExist();
        var said = new StringWriter();

        var status =
                Main.commandLine().setErr(new PrintWriter(said)).execute("test", "--containers");

        assertThat(status).isEqualTo(1);
        assertThat(said.toString())
                .startsWith("parlance: --containers needs a Docker engine, and there is none");
    }
}
