package parlance.push;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import parlance.testing.push.FakeApns;
import parlance.testing.push.FakeFcm;
import parlance.testing.push.FakeWebPush;
import parlance.testing.push.TestCertificate;
import parlance.testing.push.VapidKeyPair;

/** A provider of each kind, which the service is pointed at; tests have them in fields. */
public final class FakeProviders implements QuarkusTestResourceLifecycleManager {

    private final TestCertificate certificate = TestCertificate.create();
    private final FakeWebPush web = FakeWebPush.start(certificate);
    private final FakeFcm fcm = FakeFcm.start();
    private final FakeApns apns = FakeApns.start(certificate);

    @Override
    public Map<String, String> start() {
        try {
            return settings(Files.createTempDirectory("parlance-push-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(Path folder) {
        var vapid = VapidKeyPair.create();
        var settings = new HashMap<String, String>();
        var trusted = certificate.writePem(folder.resolve("trusted.pem"));
        var account = fcm.writeServiceAccount(folder.resolve("account.json"));
        var key = apns.writeKey(folder.resolve("apns.p8"));
        settings.put("parlance.push.allowed-hosts", "localhost");
        settings.put("parlance.push.trusted-certificates", trusted.toString());
        settings.put("parlance.push.web.public-key", vapid.publicKey());
        settings.put("parlance.push.web.private-key", vapid.privateKey());
        settings.put("parlance.push.fcm.service-account-file", account.toString());
        settings.put("parlance.push.fcm.url", fcm.url());
        settings.put("parlance.push.apns.key-file", key.toString());
        settings.put("parlance.push.apns.key-id", FakeApns.KEY_ID);
        settings.put("parlance.push.apns.team-id", FakeApns.TEAM);
        settings.put("parlance.push.apns.topic", FakeApns.TOPIC);
        settings.put("parlance.push.apns.server", apns.address());
        settings.put("parlance.push.delay", "300ms");
        settings.put("parlance.push.poll", "50ms");
        settings.put("parlance.push.timeout", "2s");
        settings.put("parlance.push.first-back-off", "200ms");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(web, field -> field.getType() == FakeWebPush.class);
        injector.injectIntoFields(fcm, field -> field.getType() == FakeFcm.class);
        injector.injectIntoFields(apns, field -> field.getType() == FakeApns.class);
    }

    @Override
    public void stop() {
        web.close();
        fcm.close();
        apns.close();
    }
}
