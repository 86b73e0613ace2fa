package parlance.push.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.subscription.Platform;
import parlance.push.subscription.Provider;
import parlance.push.subscription.Target.DeviceToken;
import parlance.testing.push.FakeFcm;
import parlance.testing.push.VapidKeyPair;
import parlance.testing.settings.Settings;

/** Whose account a notification is sent with; accounts are files, as mounted secrets are. */
class PushClientsTest {

    private static final String SHARED = "parlance.push.fcm.";
    private static final String ACMES = "parlance.push.organizations.\"acme\".fcm.";
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId OTHER = new OrganizationId("other");

    static Bench bench;
    static FakeFcm shared;
    static FakeFcm acmes;

    @BeforeAll
    static void start() {
        bench = new Bench();
        shared = FakeFcm.start();
        acmes = FakeFcm.start();
    }

    @AfterAll
    static void stop() {
        acmes.close();
        shared.close();
        bench.close();
    }

    @Test
    void anOrganizationWithAnAccountOfItsOwnUsesThatAndTheOthersUseTheSharedOne() {
        var settings = account(SHARED, shared, "shared.json");
        settings.putAll(account(ACMES, acmes, "acme.json"));
        var clients = clients(settings);

        assertThat(push(clients, ACME, "of-acme")).isEqualTo(new Delivered());
        assertThat(push(clients, OTHER, "of-another")).isEqualTo(new Delivered());

        assertThat(acmes.receivedBy("of-acme")).hasSize(1);
        assertThat(acmes.receivedBy("of-another")).isEmpty();
        assertThat(shared.receivedBy("of-another")).hasSize(1);
        assertThat(shared.receivedBy("of-acme")).isEmpty();
    }

    @Test
    void whatAnOrganizationHasNotItSharesWithEverybody() {
        var vapid = VapidKeyPair.create();
        var settings = account(SHARED, shared, "shared.json");
        settings.put("parlance.push.organizations.acme.web.public-key", vapid.publicKey());
        settings.put("parlance.push.organizations.acme.web.private-key", vapid.privateKey());
        var clients = clients(settings);

        assertThat(clients.find(Provider.WEB, ACME)).isPresent();
        assertThat(clients.find(Provider.WEB, OTHER)).isEmpty();
        assertThat(clients.find(Provider.FCM, ACME)).isEqualTo(clients.find(Provider.FCM, OTHER));
    }

    @Test
    void whereAnAccountIsMissingTheOrganizationHasNoProvider() {
        var clients = clients(account(ACMES, acmes, "acme.json"));

        assertThat(clients.find(Provider.FCM, ACME)).isPresent();
        assertThat(clients.find(Provider.FCM, OTHER)).isEmpty();
    }

    @Test
    void anAccountThatCannotBeReadEndsTheStart() {
        var missing = bench.file("not-mounted.json").toString();
        var settings = Map.of("parlance.push.fcm.service-account-file", missing);

        assertThatThrownBy(() -> clients(settings)).hasMessageContaining("not-mounted.json");
    }

    @Test
    void readinessSaysWhichProvidersThereAreAndFailsForNone() {
        var none = new ProvidersReady(clients(Map.of())).call();
        var one = new ProvidersReady(clients(account(ACMES, acmes, "acme.json"))).call();

        assertThat(none.getStatus()).isEqualTo(Status.UP);
        assertThat(none.getData())
                .hasValueSatisfying(data ->
                        assertThat(data)
                                .hasSize(3)
                                .allSatisfy(
                                        (_, said) -> assertThat(said).isEqualTo("not configured")));
        assertThat(one.getStatus()).isEqualTo(Status.UP);
        assertThat(one.getData())
                .hasValueSatisfying(data ->
                        assertThat(data)
                                .containsEntry("fcm", "configured")
                                .containsEntry("web", "not configured"));
    }

    private static PushClients clients(Map<String, String> settings) {
        return new PushClients(Settings.of(ProviderConfig.class, settings), bench.maker());
    }

    private static Map<String, String> account(String prefix, FakeFcm fcm, String file) {
        var written = fcm.writeServiceAccount(bench.file(file)).toString();
        return new HashMap<>(
                Map.of(prefix + "service-account-file", written, prefix + "url", fcm.url()));
    }

    private static PushResult push(PushClients clients, OrganizationId organization, String token) {
        return clients.find(Provider.FCM, organization)
                .orElseThrow()
                .push(Bench.notification(), Bench.device(Platform.ANDROID, new DeviceToken(token)));
    }
}
