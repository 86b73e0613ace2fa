package parlance.local.launcher.admin;

import picocli.CommandLine.Command;

/** The command {@code ./parlance admin}; without a subcommand it prints its subcommands. */
@Command(
        name = "admin",
        description = "Looks into a running Parlance, and mends it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Users.class,
            Sessions.class,
            Conversations.class,
            DeadLetters.class,
            Lag.class,
            Tail.class
        })
public final class Admin {}
