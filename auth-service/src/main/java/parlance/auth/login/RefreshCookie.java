package parlance.auth.login;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import parlance.auth.AuthConfig;
import parlance.auth.AuthConfig.SameSite;
import parlance.auth.session.RefreshToken;

/** The refresh token as a signed cookie (protocol 1.8). */
@Singleton
class RefreshCookie {

    static final String NAME = "refresh_token";

    private static final String SIGNED = "s:";
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;
    private final boolean secure;
    private final SameSite sameSite;

    RefreshCookie(AuthConfig config) {
        secret = new SecretKeySpec(bytes(config.cookieSecret()), HMAC);
        secure = config.cookieSecure();
        sameSite = config.cookieSameSite();
        if (sameSite == SameSite.NONE && !secure) {
            throw new IllegalArgumentException(
                    "parlance.auth.cookie-same-site: browsers take None only with"
                            + " parlance.auth.cookie-secure");
        }
    }

    /** The Set-Cookie header that brings the token. */
    String bringing(RefreshToken token, Duration lifetime) {
        return header(value(token), lifetime);
    }

    /** The Set-Cookie header that takes it away. */
    String removing() {
        return header("", Duration.ZERO);
    }

    /** The token in a cookie's value; none unless we signed it. */
    Optional<RefreshToken> read(@Nullable String cookieValue) {
        var value = cookieValue == null ? "" : decode(cookieValue);
        var dot = value.lastIndexOf('.');
        if (!value.startsWith(SIGNED) || dot < 0) {
            return Optional.empty();
        }
        var token = value.substring(SIGNED.length(), dot);
        return MessageDigest.isEqual(bytes(value.substring(dot + 1)), bytes(signature(token)))
                ? RefreshToken.parse(token)
                : Optional.empty();
    }

    private String value(RefreshToken token) {
        var text = token.text();
        var signed = SIGNED + text + "." + signature(text);
        return URLEncoder.encode(signed, StandardCharsets.UTF_8);
    }

    /** One header for each answer: existing clients take several for one cookie. */
    private String header(String value, Duration maxAge) {
        return NAME
                + "="
                + value
                + "; Max-Age="
                + maxAge.toSeconds()
                + "; HttpOnly"
                + (secure ? "; Secure" : "")
                + "; SameSite="
                + sameSite.attribute();
    }

    private String signature(String token) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return Base64.getEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(token)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some clients send the value as they got it, others decoded. */
    private static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
