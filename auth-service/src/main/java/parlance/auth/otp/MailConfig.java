package parlance.auth.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The mail server; without {@code host} and {@code from} no mail is sent. These settings stand for
 * {@code quarkus.mailer.*} (see application.properties), whose other settings hold as well.
 */
@ConfigMapping(prefix = "parlance.mail")
interface MailConfig {

    /** The SMTP server. */
    Optional<String> host();

    /** The server's port. */
    @WithDefault("587")
    int port();

    /** The address that mails come from. */
    Optional<String> from();

    /** Whom the server knows us as. */
    Optional<String> username();

    /** What we prove it with. */
    Optional<String> password();

    /** REQUIRED, OPTIONAL or DISABLED: whether the connection turns to TLS after its begin. */
    @WithDefault("REQUIRED")
    String startTls();

    /** Whether the connection is TLS from its begin, as on port 465. */
    @WithDefault("false")
    boolean tls();

    /**
     * Mails are not sent but logged, in the category {@code quarkus-mailer}; so it is in local
     * mode.
     */
    @WithDefault("false")
    boolean mock();

    default boolean isComplete() {
        return mock() || (host().isPresent() && from().isPresent());
    }
}
