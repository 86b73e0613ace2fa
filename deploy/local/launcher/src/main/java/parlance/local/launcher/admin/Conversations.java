package parlance.local.launcher.admin;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "conversations",
        description = "Shows who talks to whom, and nothing of what is said.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Conversations {

    @Mixin private AdminApi api = new AdminApi();

    @Command(description = "Lists a user's conversations, the last moved first.")
    void list(
            @Parameters(paramLabel = "USER_ID") String user,
            @Option(
                            names = "--before",
                            paramLabel = "TIME",
                            description = "The next page: what moved before, as last_activity.")
                    @Nullable Instant before) {
        api.print(
                "GET",
                "/admin/users/" + user + "/conversations",
                before == null ? Map.of() : Map.of("before", before.toString()));
    }

    @Command(description = "Shows a conversation: who takes part, who leads, when it last moved.")
    void show(@Parameters(paramLabel = "CONVERSATION_ID") String conversation) {
        api.print("GET", "/admin/conversations/" + conversation);
    }
}
