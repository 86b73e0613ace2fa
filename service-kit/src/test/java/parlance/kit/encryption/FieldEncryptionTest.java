package parlance.kit.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parlance.contracts.EncryptedFields;
import parlance.contracts.RawJson;
import parlance.local.infra.secrets.GeneratedSecrets;

class FieldEncryptionTest {

    private static final Map<String, String> SECRETS = GeneratedSecrets.create();

    private final FieldEncryption gateway =
            seals(Optional.of(SECRETS.get("PARLANCE_SEAL_PUBLIC_KEYS")), Optional.empty());
    private final FieldEncryption service =
            seals(Optional.empty(), Optional.of(SECRETS.get("PARLANCE_SEAL_PRIVATE_KEYS")));

    @Test
    void theServiceOpensWhatTheGatewaySealedForIt() {
        var secrets =
                new EncryptedFields(
                        Map.of(
                                "password",
                                new RawJson("\"open\\\"sesame\""),
                                "token",
                                new RawJson("12")),
                        gateway.newReplyKey());

        var sealed = gateway.seal("auth", secrets);

        assertThat(sealed).doesNotContain("sesame");
        assertThat(service.open(sealed)).isEqualTo(secrets);
    }

    @Test
    void sealingTwiceLooksDifferent() {
        var secrets = new EncryptedFields(Map.of("token", new RawJson("12")), "key");

        assertThat(gateway.seal("user", secrets)).isNotEqualTo(gateway.seal("user", secrets));
    }

    @Test
    void theGatewayOpensAReplyWithTheKeyThatItSent() {
        var key = gateway.newReplyKey();

        var sealed = service.sealReply(key, Map.of("token", "open-sesame"));

        assertThat(sealed).doesNotContain("sesame");
        assertThat(gateway.openReply(key, sealed)).isEqualTo("{\"token\":\"open-sesame\"}");
        assertThatThrownBy(() -> gateway.openReply(gateway.newReplyKey(), sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasTamperedWithIsNotOpened() {
        var sealed = gateway.seal("auth", new EncryptedFields(Map.of(), "key"));
        var last = sealed.charAt(sealed.length() - 2) == 'A' ? 'B' : 'A';
        var other =
                sealed.substring(0, sealed.length() - 2)
                        + last
                        + sealed.charAt(sealed.length() - 1);

        assertThatThrownBy(() -> service.open(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyoneKnowsWhatItHasKeysFor() {
        assertThat(gateway.sealsFor("auth")).isTrue();
        assertThat(gateway.sealsFor("message")).isFalse();
        assertThat(gateway.opensFor("auth")).isFalse();
        assertThat(service.opensFor("user")).isTrue();
    }

    private static FieldEncryption seals(
            Optional<String> publicKeys, Optional<String> privateKeys) {
        return new FieldEncryption(
                new FieldEncryptionSettings() {
                    @Override
                    public Optional<String> publicKeys() {
                        return publicKeys;
                    }

                    @Override
                    public Optional<String> privateKeys() {
                        return privateKeys;
                    }
                });
    }
}
