package parlance.auth.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import parlance.kit.limit.Limit;

/** How a forgotten password is replaced. */
@ConfigMapping(prefix = "parlance.auth")
interface OtpConfig {

    /** A code is good for this long. */
    @WithDefault("300s")
    Duration otpTtl();

    Otp otp();

    interface Otp {
        /** After so many wrong guesses a code is good for nothing. */
        @WithDefault("5")
        int attempts();

        /** How many codes go to one address of a user's. */
        Sends account();

        /** How many codes, and guesses, come from one address of a client's. */
        Asks address();
    }

    interface Sends extends Limit {
        /** Mails get lost, and patience as well. */
        @Override
        @WithDefault("3")
        int burst();

        /** After those, one more is sent in this time. */
        @Override
        @WithDefault("60s")
        Duration every();
    }

    interface Asks extends Limit {
        /** Many people may sit behind one address. */
        @Override
        @WithDefault("20")
        int burst();

        /** After those, one more is let through in this time. */
        @Override
        @WithDefault("10s")
        Duration every();
    }
}
