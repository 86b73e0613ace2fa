package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;
import static parlance.e2e.client.Story.stranger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.launcher.KeyRotation;

/** {@code ./parlance rotate-keys}, while people are signed in. */
class KeyRotationIT {

    @Test
    void tokensOfBothKeysSignInAndNobodyIsSignedOut() throws Exception {
        story(ann -> {
            var socket = ann.first().socket;
            var before = ann.first().accessToken;

            new KeyRotation(Project.find(), TestSuite.sharedHome()).run(Progress.silent());

            socket.get("conversation_list", Map.of());
            var laptop = ann.connects("laptop");
            assertThat(keyOf(laptop.accessToken)).isNotEqualTo(keyOf(before));
            assertThat(publishedKeys()).contains(keyOf(before), keyOf(laptop.accessToken));
            stranger(late -> late.get("connect", Map.of("token", before, "device_id", "phone")));
        });
    }

    private static List<String> publishedKeys() {
        return FrontDoor.request()
                .get("/.well-known/jwks.json")
                .as(JsonNode.class)
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asText())
                .toList();
    }

    private static String keyOf(String token) throws IOException {
        var header = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]);
        return new ObjectMapper().readTree(header).path("kid").asText();
    }
}
