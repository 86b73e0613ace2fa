package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.world.Clients.errorIn;

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
import parlance.gateway.world.Clients;
import parlance.gateway.world.ProductSignIns;
import parlance.gateway.world.Services;
import parlance.gateway.world.Tokens;
import parlance.gateway.world.World;
import parlance.testing.client.ChatClient;
import parlance.testing.client.Patience;

@QuarkusTest
@WithTestResource(World.class)
class ProductTokensTest {

    private final Caller ann = Tokens.somebody();
    private final String token = Tokens.of(ann, claims -> claims.setIssuer("https://product"));
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
        ProductSignIns.accept(token, ann);

        assertThat(connect().path("success").asBoolean()).isTrue();
        assertThat(isSignedIn()).isTrue();

        try (var services = new Services()) {
            services.publish(new SessionRevoked(ann.userId(), ann.sessionId(), Instant.now()));
        }
        Patience.until(Patience.USUAL, () -> assertThat(isSignedIn()).isFalse());
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aTokenThatItDoesNotAcceptHasExpired() {
        assertThat(errorIn(connect())).isEqualTo("422 The token has expired.");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void itsOtherAnswersMeanThatTheClientTriesAgain() {
        ProductSignIns.refuse(token, 503);
        assertThat(errorIn(connect())).isEqualTo("503 Service unavailable.");

        ProductSignIns.refuse(token, 429);
        assertThat(errorIn(connect())).isEqualTo("429 Too many requests.");
    }

    private JsonNode connect() {
        return client.ask("connect", Map.of("token", token, "device_id", "device-1"));
    }

    private boolean isSignedIn() {
        return !errorIn(client.ask("conversation_handler_delete", Map.of())).startsWith("401");
    }
}
