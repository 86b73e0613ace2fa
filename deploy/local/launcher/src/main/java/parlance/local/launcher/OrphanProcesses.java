package parlance.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes that a test run left behind, wherever they were started: every descendant carries the
 * mark of its run in its environment. Only Linux tells; elsewhere nothing is found.
 */
final class OrphanProcesses {

    static final String MARK = "PARLANCE_TEST_RUN";

    private OrphanProcesses() {}

    static List<ProcessHandle> of(String run) {
        var self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && isMarked(process.pid(), run))
                .toList();
    }

    private static boolean isMarked(long pid, String run) {
        try {
            var environment = Path.of("/proc", Long.toString(pid), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1)
                    .contains(MARK + "=" + run + "\0");
        } catch (IOException _) {
            return false;
        }
    }
}
