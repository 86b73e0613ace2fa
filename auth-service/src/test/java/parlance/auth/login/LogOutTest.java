package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_LOGIN;
import static parlance.contracts.Route.USER_LOGOUT;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.contracts.Topic;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LogOutTest {

    private final CommandClient client = CommandClient.shared();

    @Inject RedisPipeline redis;

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void signsTheSocketOutAndRevokesTheSession() {
        var signedIn = logIn();
        var caller = signedIn.bound().orElseThrow();

        var answer = client.ask(USER_LOGOUT, caller, Map.of());

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(answer.unbinds()).isTrue();
        assertThat(secondsRevoked(caller.sessionId().value())).isBetween(10_700L, 10_920L);
        try (var events = client.view(Topic.SESSION_EVENTS)) {
            events.await(seen ->
                    seen.value().path("sessionId").asText().equals(caller.sessionId().value()));
        }
        var token = Map.of("token", signedIn.secrets().path("token").asText());
        assertThat(client.ask(USER_LOGIN, null, token).errorText())
                .isEqualTo("The token has expired.");
    }

    @Test
    void theKeysOfTheDeviceGoAsWell() {
        var caller = logIn().bound().orElseThrow();

        client.ask(USER_LOGOUT, caller, Map.of());

        try (var commands = client.view(Topic.USER_COMMANDS)) {
            var forget =
                    commands.await(seen ->
                            caller.sessionId()
                                    .value()
                                    .equals(seen.value().path("session_id").asText()));
            assertThat(forget.headers()).containsEntry(RecordHeaderNames.COMMAND, "device_forget");
            assertThat(forget.value().path("user_id").asText()).isEqualTo(caller.userId().value());
            assertThat(forget.value().path("device_id").asText()).isEqualTo("77");
        }
    }

    @Test
    void theNextSignInIsAnotherSession() {
        var first = logIn().bound().orElseThrow();
        client.ask(USER_LOGOUT, first, Map.of());

        assertThat(logIn().bound().orElseThrow().sessionId()).isNotEqualTo(first.sessionId());
    }

    @Test
    void theSameLogoutTwiceHarmsNobody() {
        var first = logIn().bound().orElseThrow();
        client.ask(USER_LOGOUT, first, Map.of());
        var second = logIn();

        assertThat(client.ask(USER_LOGOUT, first, Map.of()).unbinds()).isTrue();

        var token = Map.of("token", second.secrets().path("token").asText());
        assertThat(client.ask(USER_LOGIN, null, token).bound()).isPresent();
    }

    private long secondsRevoked(String sessionId) {
        var ttl = RedisCall.of(Command.TTL, redis.key(RedisKey.REVOKED_SESSION, sessionId));
        return Objects.requireNonNull(redis.send(ttl)).toLong();
    }

    private Answer logIn() {
        return client.ask(
                USER_LOGIN, null, Map.of("device_id", 77, "login", login, "password", "secret"));
    }
}
