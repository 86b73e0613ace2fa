package parlance.kit.jwt;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;

/** Verifies the tokens of an issuer by the keys that it publishes as a JWK set. */
public final class JwtVerifier {

    private static final Logger LOG = Logger.getLogger(JwtVerifier.class);

    private final URI url;
    private final JWTCallerPrincipalFactory tokens;

    /**
     * @param url where the issuer publishes its keys; they are fetched when they are first needed
     */
    public JwtVerifier(URI url, JwksFetcher fetcher, JwksCacheSettings cache) {
        this.url = url;
        this.tokens = new TokenFactory(new JwksKeyResolver(url, fetcher, cache));
    }

    /**
     * What the token says; empty if it does not meet the requirements.
     *
     * @throws Rejection if the issuer's keys cannot be fetched, which is not the token's fault
     */
    public Optional<JsonWebToken> verify(String token, JWTAuthContextInfo requirements) {
        try {
            return Optional.of(new DefaultJWTParser(requirements, tokens).parse(token));
        } catch (ParseException refused) {
            rejectIfKeysAreUnavailable(refused);
            return Optional.empty();
        }
    }

    /** The exception carries its cause, and only a failed fetch is an {@link IOException}. */
    private void rejectIfKeysAreUnavailable(ParseException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                LOG.warnf("jwt_keys_unavailable url=%s cause=%s", url, cause);
                throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
            }
        }
    }

    /** Parses tokens with keys that are kept, where the library's own factory fetches them anew. */
    private static final class TokenFactory extends JWTCallerPrincipalFactory {

        private final DefaultJWTTokenParser parser;

        TokenFactory(VerificationKeyResolver keys) {
            this.parser =
                    new DefaultJWTTokenParser() {
                        @Override
                        protected VerificationKeyResolver getVerificationKeyResolver(
                                JWTAuthContextInfo requirements) {
                            return keys;
                        }
                    };
        }

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo requirements)
                throws ParseException {
            var parsed = parser.parse(token, requirements);
            var type = parsed.getJoseObjects().getFirst().getHeader("typ");
            return new DefaultJWTCallerPrincipal(type, parsed.getJwtClaims());
        }
    }
}
