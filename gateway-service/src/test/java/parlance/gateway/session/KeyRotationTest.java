package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.PublishedKeys;
import parlance.gateway.environment.Tokens;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class KeyRotationTest {

    @Test
    void aNewKeyIsLearntAtItsFirstTokenAndTheOldOneStaysGood() {
        var ann = Tokens.somebody();
        assertThat(connects(Tokens.of(ann))).isTrue();

        var newKey = PublishedKeys.rotate();

        assertThat(connects(Tokens.signedWith(newKey, Tokens.somebody()))).isTrue();
        assertThat(connects(Tokens.of(ann))).isTrue();
    }

    @Test
    void keysThatNobodyPublishesDoNotMakeUsAskEachTime() {
        connects(Tokens.of(Tokens.somebody()));
        var forged = PublishedKeys.unpublished("nobody's");
        var before = PublishedKeys.fetches();

        for (int i = 0; i < 50; i++) {
            assertThat(connects(Tokens.signedWith(forged, Tokens.somebody()))).isFalse();
        }

        // At most once a second, and fifty refusals take less than ten.
        assertThat(PublishedKeys.fetches() - before).isLessThan(10);
    }

    private static boolean connects(String token) {
        try (var client = Clients.open()) {
            var request = Map.of("token", token, "device_id", "device-1");
            return client.ask("connect", request).path("success").asBoolean();
        }
    }
}
