package parlance.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a small JVM that boots fast. */
public final class JavaCommand {

    /** For what works much and long: takes more memory, and saves CPU time once it is warm. */
    public static final String FULL_COMPILER = "-XX:TieredStopAtLevel=4";

    private JavaCommand() {}

    /**
     * The first run of a jar leaves a class-data archive behind when it ends, later ones map it.
     * The JVM checks the archive against the jars, so a rebuilt jar is only slower once.
     */
    public static List<String> of(
            Path jar, Path archive, List<String> flags, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + madeFor(archive));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Xlog:disable");
        command.add("-Xlog:all=error:stderr");
        command.addAll(flags);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static Path madeFor(Path archive) {
        try {
            Files.createDirectories(archive.getParent());
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
