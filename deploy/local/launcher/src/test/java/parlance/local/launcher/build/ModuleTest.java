package parlance.local.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000);
    private static final FileTime LATER = FileTime.fromMillis(2_000_000);

    @TempDir private Path folder;
    private Path source;
    private Module module;

    @BeforeEach
    void oneSourceAndOneArtifact() throws Exception {
        source = Files.createFile(Files.createDirectory(folder.resolve("src")).resolve("A.java"));
        var artifact = Files.createFile(folder.resolve("a.jar"));
        module = new Module("a", artifact, List.of(folder.resolve("src"), folder.resolve("gone")));
        Files.setLastModifiedTime(source, EARLIER);
        Files.setLastModifiedTime(folder.resolve("src"), EARLIER);
        Files.setLastModifiedTime(artifact, LATER);
    }

    @Test
    void whatIsYoungerThanItsSourcesIsFresh() {
        assertThat(module.isStale()).isFalse();
    }

    @Test
    void aChangedSourceMakesItStaleUntilItIsBuilt() throws Exception {
        Files.setLastModifiedTime(source, FileTime.fromMillis(3_000_000));
        assertThat(module.isStale()).isTrue();

        module.markBuilt(FileTime.fromMillis(4_000_000));

        assertThat(module.isStale()).isFalse();
    }

    @Test
    void aRemovedSourceMakesItStale() throws Exception {
        Files.delete(source);

        assertThat(module.isStale()).isTrue();
    }

    @Test
    void whatWasNeverBuiltIsStale() throws Exception {
        Files.delete(module.artifact());

        assertThat(module.isStale()).isTrue();
    }
}
