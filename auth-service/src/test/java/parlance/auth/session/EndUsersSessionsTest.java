package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_LOGIN;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.session.EndSessions;
import parlance.kit.Command;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class EndUsersSessionsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject EndUsersSessions endUsersSessions;
    @Inject SessionStore sessions;

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void endsAllSessionsOfTheUserButTheOneNamed() {
        var phone = logIn("phone");
        var laptop = logIn("laptop");
        var request = new EndSessions(phone.organizationId(), phone.userId(), phone.sessionId());

        endUsersSessions.handle(command(request));
        endUsersSessions.handle(command(request));

        assertThat(sessions.find(phone.sessionId())).isPresent();
        assertThat(sessions.find(laptop.sessionId())).isEmpty();
        try (var events = client.view(Topic.SESSION_EVENTS)) {
            assertThat(events.all(seen -> phone.userId().value().equals(seen.key())))
                    .singleElement()
                    .satisfies(seen ->
                            assertThat(seen.value().path("sessionId").asText())
                                    .isEqualTo(laptop.sessionId().value()));
        }
    }

    private static Command<EndSessions> command(EndSessions request) {
        return new Command<>(
                Route.END_SESSIONS,
                request,
                null,
                null,
                CommandClient.mintedId(),
                new Position("auth.commands-0", 1, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private Caller logIn(String device) {
        return client.ask(
                        USER_LOGIN,
                        null,
                        Map.of("device_id", device, "login", login, "password", "secret"))
                .bound()
                .orElseThrow();
    }
}
