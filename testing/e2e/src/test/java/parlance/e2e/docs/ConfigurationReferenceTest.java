package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

class ConfigurationReferenceTest {

    private static final Path ROOT = Project.find().root();
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");

    @Test
    void thePageListsEverySettingOfTheCode() throws IOException {
        GeneratedPage.check(PAGE, ConfigurationReference.of(ROOT));
    }
}
