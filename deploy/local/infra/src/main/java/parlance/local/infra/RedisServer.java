package parlance.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The machine's own redis-server, or the one (6.2) that a Maven artifact carries. */
public final class RedisServer {

    private RedisServer() {}

    static List<String> command(Path data, int port, Path binaries) {
        var server = executable(binaries);
        return List.of(
                server.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory-policy",
                "noeviction",
                "--daemonize",
                "no");
    }

    /** The program; the one of the artifact is unpacked into {@code binaries} first. */
    public static Path executable(Path binaries) {
        return Executables.find("redis-server").orElseGet(() -> unpacked(binaries));
    }

    private static Path unpacked(Path binaries) {
        var resource = resource();
        var target = binaries.resolve(resource.substring(1));
        if (Files.isExecutable(target)) {
            return target;
        }
        try (var in = RedisServer.class.getResourceAsStream(resource)) {
            Files.createDirectories(binaries);
            var draft = Files.createTempFile(binaries, "redis", ".new");
            Files.copy(Objects.requireNonNull(in), draft, StandardCopyOption.REPLACE_EXISTING);
            if (!draft.toFile().setExecutable(true)) {
                throw new StartupFailure("cannot make " + draft + " executable");
            }
            return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupFailure("cannot unpack redis-server into " + binaries, e);
        }
    }

    private static String resource() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64");
        if (system.contains("linux")) {
            return arm ? "/redis-server-6.2.7-linux-arm64" : "/redis-server-6.2.6-v5-linux-amd64";
        }
        if (system.contains("mac")) {
            return arm
                    ? "/redis-server-6.2.6-v5-darwin-arm64"
                    : "/redis-server-6.2.6-v5-darwin-amd64";
        }
        throw new StartupFailure("there is no redis-server for " + system + "; set REDIS_URL");
    }
}
