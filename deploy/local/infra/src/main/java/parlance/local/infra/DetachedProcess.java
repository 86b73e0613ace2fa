package parlance.local.infra;

import java.util.List;

/** What to put before a command so that it runs in a session of its own. */
final class DetachedProcess {

    private static final List<String> PREFIX = choose();

    private DetachedProcess() {}

    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> choose() {
        if (Executables.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        // macOS has no setsid, but a perl.
        if (Executables.find("perl").isPresent()) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV");
        }
        return List.of();
    }
}
