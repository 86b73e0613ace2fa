package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.Project;

class PagesTest {

    private static final Path ROOT = Project.find().root();

    /** Generated, and lists of fields and errors throughout. */
    private static final Path REFERENCE = ROOT.resolve("docs/api/reference.md");

    /** A decision names what there was when it was taken. */
    private static final Path DECISIONS = ROOT.resolve("docs/adr");

    private static final Set<String> FOREIGN_NAMES =
            Set.of(
                    "Accept",
                    "Clock",
                    "ExpiredProviderToken",
                    "Forwarded",
                    "Host",
                    "InvalidProviderToken",
                    "Lax",
                    "OOMKilled",
                    "Read");

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

    @Test
    void noLineOfProseIsTooLong() throws IOException {
        for (var page : Pages.below(ROOT)) {
            if (!page.equals(REFERENCE)) {
                assertThat(Pages.longLines(page)).as("%s", page).isEmpty();
            }
        }
    }

    @Test
    void aLongLineIsNoticed(@TempDir Path folder) throws IOException {
        var page = folder.resolve("page.md");
        var tooLong = "word ".repeat(25).strip() + " end";
        Files.writeString(page, "short\n| " + tooLong + "\n```\n" + tooLong + "\n```\n" + tooLong);

        assertThat(Pages.longLines(page)).containsExactly(tooLong);
    }

    @Test
    void everyClassThatAPageNamesIsThere() throws IOException {
        var classes = new NamedClasses(ROOT, FOREIGN_NAMES);
        for (var page : Pages.below(ROOT)) {
            if (!page.startsWith(DECISIONS)) {
                assertThat(classes.unknownIn(page)).as("%s", page).isEmpty();
            }
        }
    }

    @Test
    void aClassThatIsNotThereIsNoticed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Door.java"), "class Door { record Key() {} }");
        var page = folder.resolve("page.md");
        Files.writeString(page, "`Door` `Door.open` `Key` `Gate` `S3_URL` `house/Door` `Pod`");

        assertThat(new NamedClasses(folder, Set.of("Pod")).unknownIn(page))
                .containsExactly("Gate", "house/Door");
    }
}
