package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.local.infra.Project;

/**
 * {@code docs/compatibility.md}, by which integrators decide whether their existing clients work.
 */
class CompatibilityPageTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void everyRequestHasOnePlaceInTheTable() throws IOException {
        var clients =
                Arrays.stream(Route.values())
                        .filter(route -> !route.isInternal())
                        .map(Route::wireName)
                        .toList();

        assertThat(requestsInTable()).containsExactlyInAnyOrderElementsOf(clients);
    }

    private static List<String> requestsInTable() throws IOException {
        var page = Files.readString(Project.find().root().resolve("docs/compatibility.md"));
        return page.substring(page.indexOf("## By request"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(names -> NAME.matcher(names).results())
                .map(name -> name.group(1))
                .toList();
    }
}
