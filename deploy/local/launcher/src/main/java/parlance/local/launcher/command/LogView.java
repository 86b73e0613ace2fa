package parlance.local.launcher.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parlance.local.infra.LogTail;

/** One log on the screen, each line with its label. */
final class LogView {

    private static final long LOOK_EVERY_MILLISECONDS = 200;

    private final Path log;
    private final String label;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long shown;

    LogView(Path log, String label) {
        this.log = log;
        this.label = label;
    }

    void showLast(int lines) throws IOException {
        shown = Files.size(log);
        LogTail.of(log, lines).forEach(this::show);
    }

    /** Until the command is ended. */
    static void follow(List<LogView> views) throws IOException, InterruptedException {
        while (!Thread.interrupted()) {
            for (var view : views) {
                view.showAdded();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
        }
    }

    private void showAdded() throws IOException {
        if (!Files.exists(log) || Files.size(log) == shown) {
            return;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < shown) {
                // A new process began a new file.
                shown = 0;
            }
            file.seek(shown);
            var added = new byte[(int) Math.min(file.length() - shown, 1 << 20)];
            file.readFully(added);
            shown += added.length;
            for (byte each : added) {
                if (each == '\n') {
                    show(unfinished.toString(StandardCharsets.UTF_8));
                    unfinished.reset();
                } else {
                    unfinished.write(each);
                }
            }
        }
    }

    private void show(String line) {
        System.out.println(label + line);
    }
}
