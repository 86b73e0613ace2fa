package parlance.local.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether a certain process, not just any, listens on a port. */
final class PortOwnership {

    private static final Path TABLES = Path.of("/proc/net");
    private static final String LISTEN = "0A";

    private PortOwnership() {}

    static boolean on(int port, long pid) {
        if (!Files.exists(TABLES.resolve("tcp"))) {
            return answers(port);
        }
        var sockets = socketsListeningOn(port);
        return !sockets.isEmpty() && holdsOneOf(sockets, pid);
    }

    private static Set<String> socketsListeningOn(int port) {
        var ending = String.format(Locale.ROOT, ":%04X", port);
        var sockets = new HashSet<String>();
        for (var table : new String[] {"tcp", "tcp6"}) {
            try (var lines = Files.lines(TABLES.resolve(table))) {
                // sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > 9)
                        .filter(fields -> fields[1].endsWith(ending) && fields[3].equals(LISTEN))
                        .forEach(fields -> sockets.add("socket:[" + fields[9] + "]"));
            } catch (IOException _) {
                // No IPv6 here.
            }
        }
        return sockets;
    }

    private static boolean holdsOneOf(Set<String> sockets, long pid) {
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files) {
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException _) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            // Closed since the listing.
            return "";
        }
    }

    /** Without /proc, a port that was free before the child began is taken to be the child's. */
    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
