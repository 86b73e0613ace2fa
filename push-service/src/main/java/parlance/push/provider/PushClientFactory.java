package parlance.push.provider;

import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.interaso.webpush.VapidKeys;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import parlance.push.endpoint.EndpointGuard;

/** Makes clients of credentials. Ones that cannot be read end the start: better than silence. */
@Singleton
class PushClientFactory {

    private static final String APNS = "api.push.apple.com:443";
    private static final URI FCM = URI.create("https://fcm.googleapis.com");
    private static final String NOBODY = "mailto:operator@parlance.invalid";

    private final ProviderConfig config;
    private final EndpointGuard guard;
    private final PinnedHttpClient http;
    private final Clock clock;

    PushClientFactory(
            ProviderConfig config, EndpointGuard guard, PinnedHttpClient http, Clock clock) {
        this.config = config;
        this.guard = guard;
        this.http = http;
        this.clock = clock;
    }

    PushClient of(ProviderCredentials.Apns apns) {
        var server = apns.server().orElse(APNS).split(":", 2);
        try {
            var key =
                    ApnsSigningKey.loadFromPkcs8File(
                            apns.keyFile().toFile(), apns.teamId(), apns.keyId());
            var builder =
                    new ApnsClientBuilder()
                            .setApnsServer(server[0], Integer.parseInt(server[1]))
                            .setConnectionTimeout(config.timeout())
                            .setSigningKey(key);
            config.trustedCertificates()
                    .ifPresent(file -> builder.setTrustedServerCertificateChain(file.toFile()));
            return new ApnsClient(builder.build(), apns.topic(), config.timeout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("parlance.push.apns.key-file holds no key", e);
        }
    }

    PushClient of(ProviderCredentials.Fcm fcm) {
        try (var file = Files.newInputStream(fcm.serviceAccountFile())) {
            var account = ServiceAccountCredentials.fromStream(file);
            return new FcmClient(account, fcm.url().orElse(FCM), http, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PushClient of(ProviderCredentials.Web web) {
        var keys = VapidKeys.fromUncompressedBytes(web.publicKey(), privateKeyOf(web));
        return new WebPushClient(web.subject().orElse(NOBODY), keys, guard, http, clock);
    }

    private static String privateKeyOf(ProviderCredentials.Web web) {
        return web.privateKey()
                .or(() -> web.privateKeyFile().map(PushClientFactory::read))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "parlance.push.web needs private-key or private-key-file"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
