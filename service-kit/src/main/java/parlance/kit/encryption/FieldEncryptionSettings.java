package parlance.kit.encryption;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The keys under which secret fields travel. */
@ConfigMapping(prefix = "parlance.seal")
public interface FieldEncryptionSettings {

    /**
     * JWK set of EC public keys, each with the owning service's name as {@code kid}. For gateways.
     */
    Optional<String> publicKeys();

    /** JWK set with the service's own private key. */
    Optional<String> privateKeys();
}
