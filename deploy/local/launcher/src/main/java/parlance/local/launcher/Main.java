package parlance.local.launcher;

import parlance.local.infra.StartupFailure;
import parlance.local.launcher.command.Bench;
import parlance.local.launcher.command.Parlance;
import parlance.local.launcher.command.Test;
import picocli.CommandLine;

/** Behind the script {@code ./parlance}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Parlance());
        // Maven's options are Maven's, and the benchmark's its own.
        line.addSubcommand(
                new CommandLine(new Test()).setUnmatchedOptionsArePositionalParams(true));
        line.addSubcommand(
                new CommandLine(new Bench()).setUnmatchedOptionsArePositionalParams(true));
        line.setExecutionExceptionHandler((failure, command, _) -> {
            if (!(failure instanceof StartupFailure)) {
                throw failure;
            }
            command.getErr().println("parlance: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
