package parlance.e2e.client;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import parlance.testing.jwt.JwksServer;
import parlance.testing.jwt.TokenKeys;

/** A product with a sign-in of its own, whose tokens anybody can verify. */
public final class ExternalIssuer implements AutoCloseable {

    private final JwksServer jwks = new JwksServer();
    private final PublicJsonWebKey key = TokenKeys.rsa("products-key");

    public ExternalIssuer() {
        jwks.publish(key);
    }

    public String name() {
        return jwks.url().toString().replaceFirst("/jwks$", "");
    }

    public String tokenFor(String customer, String login) {
        return TokenKeys.sign(
                Jwt.issuer(name())
                        .audience("chat")
                        .subject(customer)
                        .preferredUserName(login)
                        .expiresIn(Duration.ofMinutes(5)),
                key);
    }

    @Override
    public void close() {
        jwks.close();
    }
}
