package parlance.local.infra.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        var before = SigningKeys.fresh();

        var announced = SigningKeys.parse(before.announcingNext().toJson());
        var turned = SigningKeys.parse(announced.withNextFirst().toJson());

        assertThat(ids(announced)).hasSize(2).startsWith(ids(before).getFirst());
        assertThat(ids(turned)).containsExactlyElementsOf(ids(announced).reversed());
        assertThat(turned.keys()).allMatch(key -> key.getPrivateKey() != null);
    }

    @Test
    void theKeyBeforeStaysAndOlderOnesGo() {
        var keys = SigningKeys.fresh();
        for (int i = 0; i < 3; i++) {
            var signedUntilNow = ids(keys).getFirst();
            keys = keys.announcingNext().withNextFirst();
            assertThat(ids(keys)).contains(signedUntilNow).hasSizeLessThanOrEqualTo(3);
        }
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.keys().stream().map(JsonWebKey::getKeyId).toList();
    }
}
