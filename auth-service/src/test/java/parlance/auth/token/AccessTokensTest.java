package parlance.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import parlance.auth.TestConfig;
import parlance.contracts.DeviceId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.testing.jwt.TokenKeys;

class AccessTokensTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final PublicJsonWebKey OLD_KEY = TokenKeys.rsa("old");
    private static final PublicJsonWebKey NEW_KEY = TokenKeys.rsa("new");

    private final AccessTokens tokens = tokens(NOW, OLD_KEY);

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
        assertThat(payload.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(payload.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 10_800);
    }

    @Test
    void aTokenIsReadAsItWasIssued() {
        var read = tokens.read(issue(tokens).token()).orElseThrow();

        assertThat(read.sessionId()).isEqualTo(new SessionId("s1"));
        assertThat(read.deviceId()).isEqualTo(new DeviceId("77"));
        assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void twoTokensOfOneSecondDiffer() {
        assertThat(issue(tokens).token()).isNotEqualTo(issue(tokens).token());
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        var later = tokens(NOW.plus(Duration.ofHours(3)), OLD_KEY);

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
        var rotated = tokens(NOW, NEW_KEY, OLD_KEY);

        assertThat(headerOf(issue(rotated).token()).path("kid").asText()).isEqualTo("new");
        assertThat(rotated.read(issue(tokens).token())).isPresent();
        assertThat(tokens(NOW, NEW_KEY).read(issue(tokens).token())).isEmpty();
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
        var ann = new User(id, id, "ann", null, null, null, null, 0, NOW, NOW);
        return tokens.issue(
                new OrganizationId("default"), ann, new DeviceId("77"), new SessionId("s1"));
    }

    private static AccessTokens tokens(Instant now, PublicJsonWebKey... keys) {
        var json = new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        return new AccessTokens(keys(keys), config(json), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static SigningKeys keys(PublicJsonWebKey... keys) {
        return new SigningKeys(
                config(new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE)));
    }

    private static TestConfig config(String keys) {
        return new TestConfig(keys, "cookie-secret", true);
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
