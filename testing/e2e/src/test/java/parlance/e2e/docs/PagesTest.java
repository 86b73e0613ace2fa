package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.Project;

class PagesTest {

    private static final Path ROOT = Project.find().root();

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatAreThere() throws IOException {
        var pages = Pages.below(ROOT);

        assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/README.md"));
        for (var page : pages) {
            assertThat(Pages.deadLinks(page)).as("%s", page).isEmpty();
        }
    }

    @Test
    void whatLeadsNowhereIsNoticed(@TempDir Path folder) throws IOException {
        var page = folder.resolve("page.md");
        Files.writeString(
                page,
                """
                # Two words
                [here](#two-words) [there](page.md#two-words) [out](https://example.org/none)
                [gone](gone.md) [moved](page.md#three-words)
                ```
                [an example](example.md)
                ```
                """);

        assertThat(Pages.deadLinks(page)).containsExactly("gone.md", "page.md#three-words");
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        var index = Files.readString(ROOT.resolve("docs/README.md"));

        assertThat(Pages.below(ROOT.resolve("docs")))
                .map(page -> ROOT.resolve("docs").relativize(page).toString())
                .filteredOn(page -> !page.startsWith("adr/") && !page.equals("README.md"))
                .allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
    }
}
