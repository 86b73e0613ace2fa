package parlance.local.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parlance.local.infra.StartupFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Shows the end of the logs, of all or of one.",
        mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

    private static final String ENDING = ".log";

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "A service, one replica (message-2), kafka, redis, mongo, s3, build, or mail:"
                            + " what would be sent.")
    private @Nullable String name;

    @Option(names = "-f", description = "Stay, and show what is added.")
    private boolean follow;

    @Option(names = "-n", description = "So many lines of each (default: ${DEFAULT-VALUE}).")
    private int lines = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = logs(LocalContext.find().dataDirectory().logs());
        if (logs.isEmpty()) {
            throw new StartupFailure(name == null ? "there are no logs" : "no log of " + name);
        }
        var views = logs.stream().map(log -> new LogView(log, label(log, logs))).toList();
        for (var view : views) {
            view.showLast(lines);
        }
        if (follow) {
            LogView.follow(views);
        }
        return 0;
    }

    private List<Path> logs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> isWanted(nameOf(file)))
                    .sorted()
                    .toList();
        }
    }

    private boolean isWanted(String log) {
        var wanted = name == null ? "" : name.replaceFirst("-service$", "");
        return wanted.isEmpty() || log.equals(wanted) || log.matches(wanted + "-\\d+");
    }

    private static String label(Path log, List<Path> all) {
        return all.size() == 1 ? "" : String.format("%-15s | ", nameOf(log));
    }

    private static String nameOf(Path log) {
        return log.getFileName().toString().replace(ENDING, "");
    }
}
