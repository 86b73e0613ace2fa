package parlance.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import parlance.contracts.SessionId;

/**
 * Renews a session, once. Means nothing to its holder; we find in it which session it was made for,
 * and so notice when an old one is shown again.
 */
public record RefreshToken(SessionId sessionId, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    static RefreshToken make(SessionId sessionId) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(sessionId, base64(secret));
    }

    /** Reads what {@link #text()} wrote. */
    public static Optional<RefreshToken> parse(String text) {
        var dot = text.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(
                        new RefreshToken(
                                new SessionId(text.substring(0, dot)), text.substring(dot + 1)));
    }

    public String text() {
        return sessionId + "." + secret;
    }

    /** All that is stored of it. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return base64(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + "]";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
