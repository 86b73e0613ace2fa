package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

class ConfigurationReferenceTest {

    private static final Path ROOT = Project.find().root();
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");

    @Test
    void thePageListsEverySettingOfTheCode() throws IOException {
        var wanted = ConfigurationReference.of(ROOT);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(PAGE).as("to write it: -Ddocs.write=true").hasContent(wanted);
    }
}
