package parlance.auth.otp;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parlance.auth.AuthConfig;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** Gives codes out and takes them back: a user has one at most, for a while, for one use. */
@Singleton
class RecoveryCodes {

    private static final String HMAC = "HmacSHA256";

    private final RecoveryCodeStore store;
    private final OtpConfig config;
    private final SecretKeySpec pepper;
    private final Clock clock;

    RecoveryCodes(RecoveryCodeStore store, OtpConfig config, AuthConfig auth, Clock clock) {
        this.store = store;
        this.config = config;
        this.pepper = new SecretKeySpec(bytes(auth.cookieSecret()), HMAC);
        this.clock = clock;
    }

    /** A code in place of the one that the user had. */
    RecoveryCode issue(UserId userId) {
        var code = RecoveryCode.random();
        store.replace(userId, hash(userId, code), clock.instant().plus(config.otpTtl()));
        return code;
    }

    /**
     * Whether this is the user's code, which then is used. Once it was, it is not good any more,
     * but for the same command coming again; if using it fails, it is as good as before.
     */
    boolean redeem(UserId userId, RecoveryCode guess, Position position, Runnable use) {
        if (!claim(userId, guess, position)) {
            return false;
        }
        try {
            use.run();
            return true;
        } catch (RuntimeException failure) {
            store.giveBack(userId, position);
            throw failure;
        }
    }

    private boolean claim(UserId userId, RecoveryCode guess, Position position) {
        var hash = hash(userId, guess);
        var tried = store.countAttempt(userId);
        if (tried.isEmpty()) {
            return false;
        }
        var code = tried.get();
        if (position.equals(code.redeemedBy())) {
            return true;
        }
        return code.attempts() <= config.otp().attempts()
                && clock.instant().isBefore(code.expiresAt())
                && MessageDigest.isEqual(bytes(code.hash()), bytes(hash))
                && store.redeem(userId, hash, position);
    }

    /** Keyed: so few codes there are that a stolen table of plain hashes would tell them all. */
    private String hash(UserId userId, RecoveryCode code) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(pepper);
            var text = "otp " + userId + " " + code.digits();
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
