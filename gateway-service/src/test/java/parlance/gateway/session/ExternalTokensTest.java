package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Clients.errorIn;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.ExternalSignIns;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.testing.client.ChatClient;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ExternalTokensTest {

    private final Caller ann = Tokens.somebody();
    private final String token = Tokens.of(ann, claims -> claims.issuer("https://product"));
    private ChatClient client;

    @BeforeEach
    void open() {
        client = Clients.open();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aTokenThatAuthServiceAcceptsSignsInAndItsSessionCanEnd() {
        ExternalSignIns.accept(token, ann);

        assertThat(connect().path("success").asBoolean()).isTrue();
        assertThat(isSignedIn()).isTrue();

        try (var services = new Services()) {
            services.publish(new SessionRevoked(ann.userId(), ann.sessionId(), Instant.now()));
        }
        await().untilAsserted(() -> assertThat(isSignedIn()).isFalse());
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aTokenThatItDoesNotAcceptHasExpired() {
        assertThat(errorIn(connect())).isEqualTo("422 The token has expired.");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void itsOtherAnswersMeanThatTheClientTriesAgain() {
        ExternalSignIns.refuse(token, 503);
        assertThat(errorIn(connect())).isEqualTo("503 Service unavailable.");

        ExternalSignIns.refuse(token, 429);
        assertThat(errorIn(connect())).isEqualTo("429 Too many requests.");
    }

    private JsonNode connect() {
        return client.ask("connect", Map.of("token", token, "device_id", "device-1"));
    }

    private boolean isSignedIn() {
        return !errorIn(client.ask("conversation_handler_delete", Map.of())).startsWith("401");
    }
}
