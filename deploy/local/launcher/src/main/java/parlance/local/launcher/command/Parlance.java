package parlance.local.launcher.command;

import parlance.local.launcher.admin.Admin;
import parlance.local.launcher.doctor.Doctor;
import picocli.CommandLine.Command;

/** The command {@code ./parlance}; without a subcommand it prints its subcommands. */
@Command(
        name = "parlance",
        description = "Runs Parlance on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Restart.class,
            RotateKeys.class,
            Scale.class,
            Infra.class,
            Doctor.class,
            Admin.class,
            Secrets.class
        })
public final class Parlance {}
