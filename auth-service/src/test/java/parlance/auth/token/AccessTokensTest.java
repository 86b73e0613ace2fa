package parlance.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import parlance.auth.TestConfig;
import parlance.contracts.DeviceId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;

class AccessTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RsaJsonWebKey OLD_KEY = key("old");
    private static final RsaJsonWebKey NEW_KEY = key("new");

    private final AccessTokens tokens = tokens(NOON, OLD_KEY);

    @Test
    void thePayloadSaysWhoOnWhatDevice() {
        var payload = payloadOf(issue(tokens).token());

        assertThat(payload.path("_id").asText()).isEqualTo("u1");
        assertThat(payload.path("native_id").asText()).isEqualTo("u1");
        assertThat(payload.path("login").asText()).isEqualTo("ann");
        assertThat(payload.path("type").asText()).isEqualTo("access");
        assertThat(payload.path("org").asText()).isEqualTo("default");
        assertThat(payload.path("device_id").asText()).isEqualTo("77");
        assertThat(payload.path("sid").asText()).isEqualTo("s1");
        assertThat(payload.path("iss").asText()).isEqualTo("parlance");
        assertThat(payload.path("aud").asText()).isEqualTo("parlance");
        assertThat(payload.path("iat").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(payload.path("exp").asLong()).isEqualTo(NOON.getEpochSecond() + 10_800);
    }

    @Test
    void aTokenIsReadAsItWasIssued() {
        var read = tokens.read(issue(tokens).token()).orElseThrow();

        assertThat(read.sessionId()).isEqualTo(new SessionId("s1"));
        assertThat(read.deviceId()).isEqualTo(new DeviceId("77"));
        assertThat(read.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void twoTokensOfOneSecondDiffer() {
        assertThat(issue(tokens).token()).isNotEqualTo(issue(tokens).token());
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        var later = tokens(NOON.plus(Duration.ofHours(3)), OLD_KEY);

        assertThat(later.read(issue(tokens).token())).isEmpty();
    }

    @Test
    void aTamperedOrUnsignedTokenIsWorthNothing() {
        var token = issue(tokens).token();
        var unsigned =
                Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString("{\"alg\":\"none\"}".getBytes())
                        + "."
                        + token.split("\\.")[1]
                        + ".";

        assertThat(tokens.read(token.substring(0, token.length() - 4) + "AAAA")).isEmpty();
        assertThat(tokens.read(unsigned)).isEmpty();
        assertThat(tokens.read("nonsense")).isEmpty();
    }

    @Test
    void afterARotationTheNewKeySignsAndTheOldOneIsStillBelieved() {
        var rotated = tokens(NOON, NEW_KEY, OLD_KEY);

        assertThat(headerOf(issue(rotated).token()).path("kid").asText()).isEqualTo("new");
        assertThat(rotated.read(issue(tokens).token())).isPresent();
        assertThat(tokens(NOON, NEW_KEY).read(issue(tokens).token())).isEmpty();
    }

    @Test
    void allKeysArePublishedWithoutTheirPrivateParts() {
        var published = keys(NEW_KEY, OLD_KEY).published();

        assertThat(published).contains("\"old\"", "\"new\"").doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void withoutPrivateKeysThereIsNoStart() {
        var publicOnly = new JsonWebKeySet(OLD_KEY).toJson(OutputControlLevel.PUBLIC_ONLY);

        assertThatThrownBy(() -> new SigningKeys(config(publicOnly)))
                .hasMessageContaining("private keys");
        assertThatThrownBy(() -> new SigningKeys(config("no keys")))
                .hasMessageContaining("not a JWK set");
    }

    private static AccessTokens.Issued issue(AccessTokens tokens) {
        var id = new UserId("u1");
        var ann = new User(id, id, "ann", null, null, null, null, 0, NOON, NOON);
        return tokens.issue(
                new OrganizationId("default"), ann, new DeviceId("77"), new SessionId("s1"));
    }

    private static AccessTokens tokens(Instant now, RsaJsonWebKey... keys) {
        var json = new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        return new AccessTokens(keys(keys), config(json), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static SigningKeys keys(RsaJsonWebKey... keys) {
        return new SigningKeys(
                config(new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE)));
    }

    private static TestConfig config(String keys) {
        return new TestConfig(keys, "cookie-secret", Optional.empty());
    }

    private static RsaJsonWebKey key(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode payloadOf(String token) {
        return part(token, 1);
    }

    private static JsonNode headerOf(String token) {
        return part(token, 0);
    }

    private static JsonNode part(String token, int index) {
        return Json.tree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }
}
