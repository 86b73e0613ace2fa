package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

class MetricsPageTest {

    private static final Path ROOT = Project.find().root();
    private static final Pattern IN_CODE = Pattern.compile("\"(parlance_[a-z_]+)\"");
    private static final Pattern ANYWHERE = Pattern.compile("\\b(parlance_[a-z_]+)\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(parlance_[a-z_]+)` \\|");

    /** What Prometheus' names have beyond the code's, by type. */
    private static final String SUFFIX = "(_seconds)?(_total|_bucket|_sum|_count)?$";

    @Test
    void thePageListsEveryMetricOfTheCodeAndNoOther() throws IOException {
        var documented = new TreeSet<String>();
        listed().forEach(name -> documented.add(name.replaceFirst(SUFFIX, "")));

        assertThat(documented).isEqualTo(measured());
    }

    @Test
    void dashboardsAndAlertsUseMetricsThatExist() throws IOException {
        var listed = listed();
        var users = new ArrayList<>(filesIn("deploy/grafana"));
        users.addAll(filesIn("deploy/prometheus/rules"));

        assertThat(users).hasSizeGreaterThanOrEqualTo(5);
        for (var file : users) {
            assertThat(namesIn(file, ANYWHERE))
                    .as("%s", file)
                    .allMatch(name ->
                            listed.contains(name)
                                    || listed.contains(
                                            name.replaceFirst("_(bucket|sum|count)$", "")));
        }
    }

    private static List<String> listed() throws IOException {
        return List.copyOf(namesIn(ROOT.resolve("docs/metrics.md"), ROW));
    }

    private static TreeSet<String> measured() throws IOException {
        var names = new TreeSet<String>();
        try (var modules = Files.list(ROOT)) {
            for (var module : modules.toList()) {
                for (var source : sourcesOf(module)) {
                    if (Files.readString(source).contains("io.micrometer.")) {
                        names.addAll(namesIn(source, IN_CODE));
                    }
                }
            }
        }
        // A prefix, not a name.
        names.remove("parlance_");
        return names;
    }

    private static List<Path> sourcesOf(Path module) throws IOException {
        var main = module.resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return List.of();
        }
        try (var files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.toList();
        }
    }

    private static TreeSet<String> namesIn(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
