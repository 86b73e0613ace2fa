package parlance.kit.jwt;

import static io.smallrye.jwt.algorithm.SignatureAlgorithm.EDDSA;
import static io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256;
import static io.smallrye.jwt.algorithm.SignatureAlgorithm.RS256;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;
import parlance.testing.jwt.JwksServer;
import parlance.testing.jwt.TokenKeys;

class JwtVerifierTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final String PAYLOAD = "{\"iss\":\"issuer\",\"aud\":\"audience\"%s}";

    private static final JWTAuthContextInfo ANYTHING =
            JwtRequirements.of("issuer", "audience", Set.of(RS256, ES256, EDDSA), LEEWAY);

    private final JwksServer issuer = new JwksServer();
    private final JwtVerifier verifier = verifierThatKeeps(TEN_MINUTES, Duration.ofSeconds(10));

    @AfterEach
    void close() {
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "EDDSA"})
    void duringARotationATokenWithoutAKeyIdIsTriedWithEachKey(SignatureAlgorithm algorithm) {
        var old = published(algorithm, "old");
        var current = published(algorithm, "current");
        var foreign = TokenKeys.create(algorithm, "foreign");

        for (var key : List.of(old, current)) {
            assertThat(verify(TokenKeys.sign(claims(), key, null))).isPresent();
            assertThat(verify(TokenKeys.sign(claims(), key))).isPresent();
        }
        assertThat(verify(TokenKeys.sign(claims(), foreign, null))).isEmpty();
        assertThat(verify(TokenKeys.sign(claims(), foreign))).isEmpty();
        assertThat(verify(TokenKeys.sign(claims(), foreign, "current"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "EDDSA"})
    void aNewKeyIsFetchedWhetherItsTokenNamesItOrNot(SignatureAlgorithm algorithm) {
        var impatient = verifierThatKeeps(Duration.ofMinutes(10), Duration.ZERO);
        var old = published(algorithm, "old");
        assertThat(impatient.verify(TokenKeys.sign(claims(), old), ANYTHING)).isPresent();

        var second = published(algorithm, "second");
        assertThat(impatient.verify(TokenKeys.sign(claims(), second), ANYTHING)).isPresent();
        var third = published(algorithm, "third");
        assertThat(impatient.verify(TokenKeys.sign(claims(), third, null), ANYTHING)).isPresent();
    }

    @Test
    void tokensOfUnknownKeysDoNotMakeItFetchEachTime() {
        published(RS256, "known");
        var foreign = TokenKeys.rsa("foreign");

        for (int i = 0; i < 10; i++) {
            assertThat(verify(TokenKeys.sign(claims(), foreign))).isEmpty();
            assertThat(verify(TokenKeys.sign(claims(), foreign, null))).isEmpty();
        }

        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void keysThatCannotBeFetchedAreNoFaultOfTheToken() {
        var token = TokenKeys.sign(claims(), published(RS256, "known"));
        issuer.answersWith(503);

        assertThatThrownBy(() -> verify(token)).satisfies(JwtVerifierTest::isUnavailable);
        assertThat(verify("no token")).isEmpty();
    }

    @Test
    void anAddressThatThePolicyRefusesIsNotAsked() {
        var token = TokenKeys.sign(claims(), published(RS256, "known"));
        var guarded =
                new JwtVerifier(
                        issuer.url(),
                        new JwksFetcher(
                                TIMEOUT,
                                url -> {
                                    throw new IOException(url.toString());
                                }),
                        new JwksCacheSettings(TEN_MINUTES, Duration.ZERO, TEN_MINUTES));

        assertThatThrownBy(() -> guarded.verify(token, ANYTHING))
                .satisfies(JwtVerifierTest::isUnavailable);
        assertThat(issuer.fetches()).isZero();
    }

    @Test
    void knownKeysStayGoodWhileTheIssuerIsDown() {
        var token = TokenKeys.sign(claims(), published(RS256, "known"));
        var forgetful = verifierThatKeeps(Duration.ZERO, Duration.ZERO);
        assertThat(forgetful.verify(token, ANYTHING)).isPresent();

        issuer.answersWith(503);

        assertThat(forgetful.verify(token, ANYTHING)).isPresent();
    }

    @Test
    void anAlgorithmThatIsNotListedIsRefused() {
        var token = TokenKeys.sign(claims(), published(ES256, "known"));
        var onlyRsa = JwtRequirements.of("issuer", "audience", Set.of(RS256), LEEWAY);

        assertThat(verify(token)).isPresent();
        assertThat(verifier.verify(token, onlyRsa)).isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var signed = TokenKeys.sign(claims(), published(RS256, "known"));
        var header = Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}   ".getBytes(UTF_8));

        assertThat(verify(header + "." + signed.split("\\.")[1] + ".")).isEmpty();
        assertThat(verify("no token")).isEmpty();
    }

    @Test
    void anRsaKeyOfLessThan2048BitsIsRefused() throws Exception {
        var weak = RsaJwkGenerator.generateJwk(1024);
        weak.setKeyId("weak");
        issuer.publish(weak);
        var token = new JsonWebSignature();
        token.setDoKeyValidation(false);
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue("weak");
        token.setPayload(PAYLOAD.formatted(",\"exp\":" + inAMinute()));
        token.setKey(weak.getPrivateKey());

        assertThat(verify(token.getCompactSerialization())).isEmpty();
    }

    @Test
    void issuerAndAudienceAreRequired() {
        var key = published(EDDSA, "known");

        assertThat(verify(TokenKeys.sign(Jwt.audience("audience"), key))).isEmpty();
        assertThat(verify(TokenKeys.sign(Jwt.issuer("issuer"), key))).isEmpty();
        assertThat(verify(TokenKeys.sign(claims().issuer("another"), key))).isEmpty();
        assertThat(verify(TokenKeys.sign(claims().audience("another"), key))).isEmpty();
    }

    @Test
    void soIsAnExpiryAndNothingElse() throws Exception {
        var key = published(RS256, "known");
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setKey(key.getPrivateKey());

        token.setPayload(PAYLOAD.formatted(",\"exp\":" + inAMinute()));
        assertThat(verify(token.getCompactSerialization())).isPresent();
        token.setPayload(PAYLOAD.formatted(""));
        assertThat(verify(token.getCompactSerialization())).isEmpty();
    }

    @Test
    void clocksMayDifferByTheLeeway() {
        var key = published(EDDSA, "known");

        assertThat(verify(TokenKeys.sign(claims().expiresAt(secondsAgo(30)), key))).isPresent();
        assertThat(verify(TokenKeys.sign(claims().expiresAt(secondsAgo(90)), key))).isEmpty();
    }

    private Optional<JsonWebToken> verify(String token) {
        return verifier.verify(token, ANYTHING);
    }

    private PublicJsonWebKey published(SignatureAlgorithm algorithm, String keyId) {
        var key = TokenKeys.create(algorithm, keyId);
        issuer.publish(key);
        return key;
    }

    private JwtVerifier verifierThatKeeps(Duration lifetime, Duration refreshPause) {
        return new JwtVerifier(
                issuer.url(),
                new JwksFetcher(TIMEOUT, _ -> {}),
                new JwksCacheSettings(lifetime, refreshPause, TEN_MINUTES));
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("issuer").audience("audience").issuedAt(secondsAgo(120)).expiresIn(300);
    }

    private static long inAMinute() {
        return Instant.now().plusSeconds(60).getEpochSecond();
    }

    private static Instant secondsAgo(int seconds) {
        return Instant.now().minusSeconds(seconds);
    }

    private static void isUnavailable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection ->
                                assertThat(rejection.failure())
                                        .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE.failure()));
    }
}
