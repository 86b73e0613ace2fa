package parlance.push.provider;

import io.quarkus.runtime.annotations.ConfigGroup;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * With what we show providers who we are. A provider without credentials is not used; defaults
 * stand in {@link PushClientFactory}, as one here would count as credentials.
 */
@ConfigGroup
public interface ProviderCredentials {

    /** Apple Push Notification service, for iOS. */
    Optional<Apns> apns();

    /** Firebase Cloud Messaging, for Android. */
    Optional<Fcm> fcm();

    /** Web Push, for browsers. */
    Optional<Web> web();

    /** A token signing key from Apple's developer account. */
    interface Apns {

        /** The signing key: the {@code .p8} file, mounted as a secret. */
        Path keyFile();

        /** The signing key's id, ten characters. */
        String keyId();

        /** The developer account's team id, ten characters. */
        String teamId();

        /** The app's bundle id. */
        String topic();

        /**
         * Host and port: {@code api.push.apple.com:443} unless set, {@code
         * api.sandbox.push.apple.com:443} for development builds.
         */
        Optional<String> server();
    }

    /** A service account of the Firebase project. */
    interface Fcm {

        /** The service account's JSON key, mounted as a secret; it names the project. */
        Path serviceAccountFile();

        /** Where FCM's HTTP v1 API is, unless at {@code https://fcm.googleapis.com}. */
        Optional<URI> url();
    }

    /** A VAPID key pair (RFC 8292). Web clients are built with the public key. */
    interface Web {

        /** The public key: the uncompressed point, base64url. */
        String publicKey();

        /** The private key: the scalar, base64url. Or name a file that holds it. */
        Optional<String> privateKey();

        /** A file with the private key, mounted as a secret. */
        Optional<Path> privateKeyFile();

        /** Whom a push service may write to about us: a {@code mailto:} or {@code https:} URL. */
        Optional<String> subject();
    }
}
