package parlance.local.launcher.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sessions",
        description = "Shows and ends a user's sessions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Sessions {

    @Mixin private Target target = new Target();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            defaultValue = "default",
            description = "Whose user (default: ${DEFAULT-VALUE}).")
    private String organization = "default";

    @Command(description = "Lists the sessions: id, device, since when.")
    void list(@Parameters(paramLabel = "USER_ID") String user) {
        print("GET", user, "");
    }

    @Command(description = "Ends all sessions, or one: its sockets are nobody's within a second.")
    void end(
            @Parameters(paramLabel = "USER_ID") String user,
            @Parameters(arity = "0..1", paramLabel = "SESSION_ID", defaultValue = "")
                    String session) {
        print("DELETE", user, session.isEmpty() ? "" : "/" + session);
    }

    private void print(String method, String user, String path) {
        System.out.println(
                new AdminApi(target)
                        .ask(method, "/admin/users/" + user + "/sessions" + path, organization));
    }
}
