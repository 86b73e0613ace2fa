package parlance.local.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * A module whose package is run: its folder, what the package phase makes last, and all that it is
 * made from.
 */
record Module(String path, Path artifact, List<Path> sources) {

    /** Whether a source, or a folder that lost one, changed since the artifact was made. */
    boolean isStale() {
        try {
            if (!Files.exists(artifact)) {
                return true;
            }
            var made = Files.getLastModifiedTime(artifact);
            for (var source : sources) {
                if (isNewer(source, made)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Maven may leave an artifact alone when its content is the same; then it counts as made now.
     */
    void markBuilt(FileTime when) {
        try {
            if (Files.exists(artifact)) {
                Files.setLastModifiedTime(artifact, when);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNewer(Path source, FileTime made) throws IOException {
        if (!Files.exists(source)) {
            return false;
        }
        try (var paths = Files.walk(source)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                if (Files.getLastModifiedTime(path).compareTo(made) > 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
