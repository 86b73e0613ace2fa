package parlance.local.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a log, without stack frames, shown when a process has died. */
public final class LogTail {

    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.{3} \\d+ more)");

    private LogTail() {}

    public static List<String> of(Path log, int lines) {
        try {
            // Not every byte that a process prints is UTF-8.
            var all =
                    Files.readString(log, StandardCharsets.ISO_8859_1)
                            .lines()
                            .filter(line -> !FRAME.matcher(line).lookingAt())
                            .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException _) {
            return List.of();
        }
    }
}
