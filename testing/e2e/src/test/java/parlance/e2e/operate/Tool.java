package parlance.e2e.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parlance.local.infra.Executables;
import parlance.local.infra.Project;

/**
 * A program of Debian's that a test needs: on a developer's machine the test is skipped without.
 */
public record Tool(String name, String debianPackage) {

    public static final Path ROOT = Project.find().root();

    /** Skips the test, or fails it in CI, if the program is not there. */
    public void require() {
        if (Executables.find(name).isEmpty()) {
            var message = "needs " + name + ": apt-get install " + debianPackage;
            if (System.getenv("PARLANCE_CI") != null) {
                throw new AssertionError(message);
            }
            System.out.println("skipped, " + message);
            abort(message);
        }
    }

    /** Runs it at the root of the source tree, where it must find nothing to complain about. */
    public void runs(String... arguments) throws IOException, InterruptedException {
        require();
        var command = new ArrayList<>(List.of(name));
        command.addAll(Arrays.asList(arguments));
        var output = Files.createTempFile("tool-", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(ROOT.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var exitCode = process.waitFor();
            assertThat(exitCode)
                    .as("%s: %s", command, Files.readString(output, StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            Files.delete(output);
        }
    }
}
