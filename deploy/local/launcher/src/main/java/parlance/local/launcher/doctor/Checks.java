package parlance.local.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.Runtime.Version;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import parlance.local.infra.Executables;

/** The checks of {@code ./parlance doctor}. */
final class Checks {

    private static final long GIGABYTE = 1L << 30;
    private static final int WANTED_JDK = 25;
    private static final int WANTED_CORES = 2;
    private static final long WANTED_MEMORY = 4;
    private static final long WANTED_DISK = 3;
    private static final long WANTED_FILES = 4_096;
    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");

    private Checks() {}

    static CheckResult jdk(Version version) {
        var text = version.toString();
        return version.feature() == WANTED_JDK
                ? CheckResult.fine("jdk", text)
                : CheckResult.bad("jdk", text + ", wanted is " + WANTED_JDK);
    }

    static CheckResult maven() {
        try {
            var maven = new ProcessBuilder("mvn", "-v").redirectErrorStream(true).start();
            var text = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return maven(text);
        } catch (IOException e) {
            return CheckResult.bad("maven", "there is no mvn: install Maven 3.8.7 or newer");
        }
    }

    static CheckResult maven(String versionText) {
        var version = MAVEN.matcher(versionText);
        if (!version.find()) {
            return CheckResult.poor("maven", "mvn -v says nothing that is understood");
        }
        var number =
                1_000_000 * Integer.parseInt(version.group(1))
                        + 1_000 * Integer.parseInt(version.group(2))
                        + Integer.parseInt(version.group(3));
        return number >= 3_008_007
                ? CheckResult.fine("maven", version.group())
                : CheckResult.bad("maven", version.group() + ", wanted is 3.8.7 or newer");
    }

    static CheckResult cores(int cores) {
        return cores >= WANTED_CORES
                ? CheckResult.fine("cores", Integer.toString(cores))
                : CheckResult.poor(
                        "cores", cores + ": starting takes long, " + WANTED_CORES + " help");
    }

    static CheckResult memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return memory(system.getTotalMemorySize());
    }

    static CheckResult memory(long bytes) {
        var text = bytes / GIGABYTE + " GB";
        return bytes >= WANTED_MEMORY * GIGABYTE
                ? CheckResult.fine("memory", text)
                : CheckResult.poor("memory", text + ": the suite takes about 2.5 GB");
    }

    /**
     * @param folder need not be there yet, but what it is in
     */
    static CheckResult disk(Path folder) throws IOException {
        var there = Files.exists(folder) ? folder : folder.resolveSibling("");
        return disk(Files.getFileStore(there).getUsableSpace());
    }

    static CheckResult disk(long bytes) {
        var text = bytes / GIGABYTE + " GB free";
        return bytes >= WANTED_DISK * GIGABYTE
                ? CheckResult.fine("disk", text)
                : CheckResult.bad("disk", text + ", wanted are " + WANTED_DISK + " GB");
    }

    static CheckResult openFiles() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix
                ? openFiles(unix.getMaxFileDescriptorCount())
                : CheckResult.poor("open files", "the limit is unknown");
    }

    static CheckResult openFiles(long limit) {
        return limit >= WANTED_FILES
                ? CheckResult.fine("open files", "up to " + limit)
                : CheckResult.poor(
                        "open files",
                        "up to " + limit + ": raise it with ulimit -n " + WANTED_FILES);
    }

    /**
     * @param ours whether a gateway of this tree holds it
     */
    static CheckResult port(int port, boolean ours) {
        if (ours) {
            return CheckResult.fine("port " + port, "held by the gateway that runs");
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return CheckResult.fine("port " + socket.getLocalPort(), "free");
        } catch (IOException busy) {
            return CheckResult.bad(
                    "port " + port, "busy: end what holds it, or use ./parlance up --port");
        }
    }

    static CheckResult redis() {
        return Executables.find("redis-server").isPresent()
                ? CheckResult.fine("redis", "redis-server is installed")
                : CheckResult.fine("redis", "not installed: the one that is bundled is used");
    }

    /** Tools that only some tests want. */
    static List<CheckResult> testTools() {
        return List.of("chromium", "chromedriver", "promtool", "docker-compose", "tsc").stream()
                .map(tool ->
                        Executables.find(tool).isPresent()
                                ? CheckResult.fine(tool, "installed")
                                : CheckResult.poor(
                                        tool, "not installed: the tests that use it are skipped"))
                .toList();
    }
}
