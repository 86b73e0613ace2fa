package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicAccessTest {

    @Test
    void aServiceReadsItsOwnCommandsAndQueriesAndWritesReplies() {
        var file = access("file", List.of(), List.of(), List.of());

        assertThat(file.reads()).containsExactly(Topic.FILE_COMMANDS, Topic.FILE_QUERIES);
        assertThat(file.writes()).containsExactly(Topic.GATEWAY_INBOX);
        assertThat(file.deadLetterNames()).containsExactly("file.commands.dlq", "file.queries.dlq");
    }

    @Test
    void whatIsDeclaredIsAdded() {
        var push =
                access(
                        "push",
                        List.of(Topic.USER_EVENTS),
                        List.of(Topic.CONNECTIONS),
                        List.of(Route.END_SESSIONS, Route.REMOVE_USER));

        assertThat(push.reads())
                .containsExactly(Topic.PUSH_COMMANDS, Topic.PUSH_QUERIES, Topic.USER_EVENTS);
        assertThat(push.writes())
                .containsExactly(
                        Topic.AUTH_COMMANDS,
                        Topic.USER_COMMANDS,
                        Topic.CONNECTIONS,
                        Topic.GATEWAY_INBOX);
    }

    @Test
    void theGatewayWritesToEveryTopicOfARoute() {
        var gateway = TopicAccess.of("gateway", List.of(), List.of(), List.of(), true);

        assertThat(gateway.reads()).isEmpty();
        assertThat(Arrays.stream(Route.values()).flatMap(route -> route.topic().stream()))
                .isNotEmpty()
                .allMatch(gateway.writes()::contains);
        assertThat(gateway.writes()).doesNotContain(Topic.GATEWAY_INBOX, Topic.USER_EVENTS);
    }

    @Test
    void whatEachReplicaReadsHasNoDeadLetters() {
        var gateway = access("gateway", List.of(Topic.SESSION_EVENTS), List.of(), List.of());

        assertThat(gateway.deadLetterNames()).isEmpty();
    }

    private static TopicAccess access(
            String service, List<Topic> reads, List<Topic> writes, List<Route> commands) {
        return TopicAccess.of(service, reads, writes, commands, false);
    }
}
