package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

/** What {@code docs/architecture.md} lists by hand. Its keys of Redis are held by RedisKeyTest. */
class ArchitecturePageTest {

    private static final Path ROOT = Project.find().root();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern NAME = Pattern.compile("`([\\w/-]+)`");

    @Test
    void everyModuleIsInTheTable() throws IOException {
        var modules = found(MODULE, Files.readString(ROOT.resolve("pom.xml")));

        assertThat(firstCells("| module |", NAME)).isEqualTo(modules);
    }

    /** What the first cells of the table hold that begins with {@code head}. */
    private static TreeSet<String> firstCells(String head, Pattern pattern) throws IOException {
        var page = Files.readString(ROOT.resolve("docs/architecture.md"));
        var cells =
                page.substring(page.indexOf("\n" + head) + 1)
                        .lines()
                        .takeWhile(line -> line.startsWith("|"))
                        .map(row -> row.split("\\|")[1])
                        .collect(Collectors.joining());
        return found(pattern, cells);
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
