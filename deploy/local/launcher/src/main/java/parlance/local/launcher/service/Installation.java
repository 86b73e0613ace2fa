package parlance.local.launcher.service;

import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;

/**
 * The packaged service as it was when it was last started. A JVM reads classes from its jars until
 * its end; were it run from {@code target}, every build beside it would pull them from under it.
 *
 * @param folder holds {@code quarkus-run.jar}
 * @param key changes with every build
 */
record Installation(Path folder, String key) {

    static Installation of(Service service, Project project, Path apps) {
        var packaged = service.packaged(project);
        var jar = packaged.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartupFailure(
                    service.module()
                            + " is not built; run: mvn -q -DskipTests package -am -pl "
                            + service.module());
        }
        try {
            var key = Long.toString(Files.getLastModifiedTime(jar).toMillis(), Character.MAX_RADIX);
            var folder = apps.resolve(service.name() + "-" + key);
            if (!Files.exists(folder)) {
                install(packaged, folder);
            }
            return new Installation(folder, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    private static void install(Path packaged, Path folder) throws IOException {
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        remove(draft);
        try (var paths = Files.walk(packaged)) {
            for (var from : paths.toList()) {
                var to = draft.resolve(packaged.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    linkOrCopy(from, to);
                }
            }
        }
        Files.move(draft, folder);
    }

    /** Quarkus deletes its folder before it writes a new one, so a link keeps the old content. */
    private static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException _) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
