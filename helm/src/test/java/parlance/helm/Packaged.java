package parlance.helm;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The chart as {@code helm package} would put it together: with files in place of links to them.
 * Only hooks are disguised, as the library renders what it takes for a hook nowhere.
 */
final class Packaged {

    static final String HOOK = "disguised/hook";

    static final Path CHART = copy(Chart.FOLDER, Path.of("target/chart").toAbsolutePath());

    private Packaged() {}

    private static Path copy(Path from, Path to) {
        try (var files = Files.walk(from, FOLLOW_LINKS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("helm.sh/hook", HOOK));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
