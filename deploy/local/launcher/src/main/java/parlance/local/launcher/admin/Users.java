package parlance.local.launcher.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = "Shows, suspends and deletes users.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Users {

    private static final String ID = "USER_ID";

    @Mixin private AdminApi api = new AdminApi();

    @Command(description = "Shows a user's profile, and whether it is suspended.")
    void show(@Parameters(paramLabel = ID) String user) {
        api.print("GET", "/admin/users/" + user);
    }

    @Command(description = "Ends the user's sessions, and lets no new one begin.")
    void suspend(@Parameters(paramLabel = ID) String user) {
        api.print("PUT", "/admin/users/" + user + "/suspension");
    }

    @Command(description = "Lets the user sign in again.")
    void unsuspend(@Parameters(paramLabel = ID) String user) {
        api.print("DELETE", "/admin/users/" + user + "/suspension");
    }

    @Command(description = "Deletes the user for good: groups go on, messages stay.")
    void delete(@Parameters(paramLabel = ID) String user) {
        api.print("DELETE", "/admin/users/" + user);
    }
}
