package parlance.local.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The source tree: where built programs and declarations lie. */
public record Project(Path root) {

    /** The tree around the working directory: the first folder upwards with the parlance script. */
    public static Project find() {
        return around(Path.of("").toAbsolutePath());
    }

    static Project around(Path start) {
        for (@Nullable Path at = start; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("parlance"))
                    && Files.isDirectory(at.resolve("deploy/local"))) {
                return new Project(at);
            }
        }
        throw new StartupFailure("no folder of " + start + " has the parlance script");
    }

    /** The list of declared topics. */
    public Path topics() {
        return root.resolve("deploy/kafka/topics.json");
    }

    /** Where `./parlance up` keeps its data, logs and process files. */
    public Path localHome() {
        return root.resolve(".parlance");
    }

    /** The jar of a program of deploy/local, with its class path in its manifest. */
    public Path programJar(Component component) {
        var jar =
                root.resolve("deploy/local")
                        .resolve(component.id())
                        .resolve("target/app")
                        .resolve("parlance-local-" + component.id() + ".jar");
        if (!Files.exists(jar)) {
            throw new StartupFailure(
                    "the local "
                            + component.id()
                            + " is not built; run: mvn -q -DskipTests package"
                            + " -pl deploy/local/kafka,deploy/local/mongo,deploy/local/s3 -am");
        }
        return jar;
    }
}
