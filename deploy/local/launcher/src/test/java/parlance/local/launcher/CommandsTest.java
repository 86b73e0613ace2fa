package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
}
