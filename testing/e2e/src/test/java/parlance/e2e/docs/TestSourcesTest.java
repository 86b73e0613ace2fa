package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.local.infra.Project;

/** Tests ask by REST Assured and wait by Awaitility (ADR 34). */
class TestSourcesTest {

    private static final Path ROOT = Project.find().root();

    @Test
    void onlyWhatRestAssuredCannotSendGoesByTheJdksClient() throws IOException {
        assertThat(sourcesWith("import java.net.http.HttpRequest;"))
                .containsExactly("FrontDoorIT.java");
    }

    @Test
    void onlyTheTalkersPaceSleeps() throws IOException {
        assertThat(sourcesWith("Thread.sleep(")).containsExactly("TwentyTalkers.java");
    }

    /** Names of the test sources in which a line begins so. */
    private static List<String> sourcesWith(String beginning) throws IOException {
        var names = new ArrayList<String>();
        for (var parent : List.of(ROOT, ROOT.resolve("testing"), ROOT.resolve("deploy/local"))) {
            try (var modules = Files.newDirectoryStream(parent)) {
                for (var module : modules) {
                    names.addAll(sourcesWith(beginning, module.resolve("src/test")));
                }
            }
        }
        return names;
    }

    private static List<String> sourcesWith(String beginning, Path tests) throws IOException {
        if (!Files.isDirectory(tests)) {
            return List.of();
        }
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> hasLine(file, beginning))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean hasLine(Path file, String beginning) {
        try (var lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.strip().startsWith(beginning));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
