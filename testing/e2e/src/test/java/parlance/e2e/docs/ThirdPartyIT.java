package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

class ThirdPartyIT {

    private static final Path ROOT = Project.find().root();
    private static final Path PAGE = ROOT.resolve("THIRD-PARTY.md");

    @Test
    void everyLibraryThatIsShippedIsListed() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, ThirdParty.page(ROOT.resolve("target/bom.json")));
        }
        var listed = listedLibraries();

        assertThat(shippedLibraries())
                .as("to write the page: -Psbom -Ddocs.write=true")
                .isNotEmpty()
                .allMatch(jar -> listed.stream().anyMatch(jar::startsWith));
    }

    /** As Quarkus names their files: group, dot, name, dash. */
    private static List<String> listedLibraries() throws IOException {
        try (var lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(3, line.indexOf('`', 3)).replace(':', '.') + "-")
                    .toList();
        }
    }

    private static List<String> shippedLibraries() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.resolve("target/quarkus-app/lib"))
                    .filter(Files::isDirectory)
                    .flatMap(ThirdPartyIT::jars)
                    .filter(jar -> !jar.startsWith("parlance."))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> jars(Path lib) {
        try (var files = Files.walk(lib)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
