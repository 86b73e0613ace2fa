package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is generated from the code. */
final class GeneratedPage {

    private GeneratedPage() {}

    /** Fails if the file differs; writes it with {@code -Ddocs.write=true}. */
    static void check(Path file, String wanted) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, wanted);
        }
        assertThat(file).as("to write it: -Ddocs.write=true").hasContent(wanted);
    }
}
