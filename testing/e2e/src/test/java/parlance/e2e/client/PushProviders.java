package parlance.e2e.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parlance.local.launcher.SuiteSettings;
import parlance.testing.push.FakeApns;
import parlance.testing.push.FakeFcm;
import parlance.testing.push.FakeWebPush;
import parlance.testing.push.TestCertificate;

/** A push provider of each kind in this JVM, which the suite is pointed at. */
public final class PushProviders {

    public final FakeWebPush web;
    public final FakeFcm fcm;
    public final FakeApns apns;
    private final TestCertificate certificate;

    private PushProviders(TestCertificate certificate) {
        this.certificate = certificate;
        this.web = FakeWebPush.start(certificate);
        this.fcm = FakeFcm.start();
        this.apns = FakeApns.start(certificate);
    }

    /** Until the JVM ends. */
    public static PushProviders start() {
        return new PushProviders(TestCertificate.create());
    }

    /** Time enough to come back and read on a busy machine. */
    public SuiteSettings tell(SuiteSettings settings) {
        var folder = newFolder();
        return settings.with("PARLANCE_PUSH_DELAY", "4s")
                .with("PARLANCE_PUSH_ALLOWED_HOSTS", "localhost")
                .with(
                        "PARLANCE_PUSH_TRUSTED_CERTIFICATES",
                        certificate.writePem(folder.resolve("trusted.pem")).toString())
                .with(
                        "PARLANCE_PUSH_FCM_SERVICE_ACCOUNT_FILE",
                        fcm.writeServiceAccount(folder.resolve("account.json")).toString())
                .with("PARLANCE_PUSH_FCM_URL", fcm.url())
                .with(
                        "PARLANCE_PUSH_APNS_KEY_FILE",
                        apns.writeKey(folder.resolve("apns.p8")).toString())
                .with("PARLANCE_PUSH_APNS_KEY_ID", FakeApns.KEY_ID)
                .with("PARLANCE_PUSH_APNS_TEAM_ID", FakeApns.TEAM)
                .with("PARLANCE_PUSH_APNS_TOPIC", FakeApns.TOPIC)
                .with("PARLANCE_PUSH_APNS_SERVER", apns.address());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("parlance-e2e-push-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
