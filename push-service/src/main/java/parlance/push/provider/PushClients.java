package parlance.push.provider;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parlance.contracts.OrganizationId;
import parlance.push.subscription.Provider;

/**
 * The clients that there are credentials for. What an organization has of its own goes before what
 * everybody has.
 */
@Singleton
public final class PushClients {

    private final Map<Provider, PushClient> everybodys;
    private final Map<OrganizationId, Map<Provider, PushClient>> organizations = new HashMap<>();

    PushClients(ProviderConfig config, PushClientFactory maker) {
        this.everybodys = clientsOf(config.credentials(), maker);
        config.organizations()
                .forEach((organization, providerCredentials) ->
                        organizations.put(
                                new OrganizationId(organization),
                                clientsOf(providerCredentials, maker)));
    }

    /** Empty if there are no credentials for this provider. */
    public Optional<PushClient> find(Provider provider, OrganizationId organization) {
        return Optional.ofNullable(organizations.getOrDefault(organization, Map.of()).get(provider))
                .or(() -> Optional.ofNullable(everybodys.get(provider)));
    }

    /** Whether anybody can be reached by this provider. */
    boolean isConfigured(Provider provider) {
        return all().stream().anyMatch(clients -> clients.containsKey(provider));
    }

    private List<Map<Provider, PushClient>> all() {
        var all = new ArrayList<>(organizations.values());
        all.add(everybodys);
        return all;
    }

    private static Map<Provider, PushClient> clientsOf(
            ProviderCredentials providerCredentials, PushClientFactory maker) {
        var clients = new EnumMap<Provider, PushClient>(Provider.class);
        providerCredentials.apns().ifPresent(apns -> clients.put(Provider.APNS, maker.of(apns)));
        providerCredentials.fcm().ifPresent(fcm -> clients.put(Provider.FCM, maker.of(fcm)));
        providerCredentials.web().ifPresent(web -> clients.put(Provider.WEB, maker.of(web)));
        return clients;
    }

    @PreDestroy
    void close() {
        all().stream().map(Map::values).flatMap(Collection::stream).forEach(PushClient::close);
    }
}
