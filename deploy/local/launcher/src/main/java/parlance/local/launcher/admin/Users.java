package parlance.local.launcher.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = "Shows, suspends and deletes users.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Users {

    private static final String ID = "USER_ID";

    @Mixin private Target target = new Target();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            defaultValue = "default",
            description = "Whose user (default: ${DEFAULT-VALUE}).")
    private String organization = "default";

    @Command(description = "Shows a user's profile, and whether it is suspended.")
    void show(@Parameters(paramLabel = ID) String user) {
        print("GET", user, "");
    }

    @Command(description = "Ends the user's sessions, and lets no new one begin.")
    void suspend(@Parameters(paramLabel = ID) String user) {
        print("PUT", user, "/suspension");
    }

    @Command(description = "Lets the user sign in again.")
    void unsuspend(@Parameters(paramLabel = ID) String user) {
        print("DELETE", user, "/suspension");
    }

    @Command(description = "Deletes the user for good: groups go on, messages stay.")
    void delete(@Parameters(paramLabel = ID) String user) {
        print("DELETE", user, "");
    }

    private void print(String method, String user, String path) {
        System.out.println(
                new AdminApi(target).ask(method, "/admin/users/" + user + path, organization));
    }
}
