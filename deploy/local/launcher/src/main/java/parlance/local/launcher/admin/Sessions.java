package parlance.local.launcher.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sessions",
        description = "Shows and ends a user's sessions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Sessions {

    @Mixin private AdminApi api = new AdminApi();

    @Command(description = "Lists the sessions: id, device, since when.")
    void list(@Parameters(paramLabel = "USER_ID") String user) {
        api.print("GET", sessionsOf(user));
    }

    @Command(description = "Ends all sessions, or one: its sockets are nobody's within a second.")
    void end(
            @Parameters(paramLabel = "USER_ID") String user,
            @Parameters(arity = "0..1", paramLabel = "SESSION_ID", defaultValue = "")
                    String session) {
        api.print("DELETE", sessionsOf(user) + (session.isEmpty() ? "" : "/" + session));
    }

    private static String sessionsOf(String user) {
        return "/admin/users/" + user + "/sessions";
    }
}
