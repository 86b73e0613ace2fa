package parlance.push.lookup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;

/** Users, as user-service knows them at this moment. */
@Singleton
public final class People {

    private final UserClient users;

    People(@RestClient UserClient users) {
        this.users = users;
    }

    /** Those of {@code ids} that are users of the organization. */
    public Map<UserId, User> find(OrganizationId organization, Collection<UserId> ids) {
        var asked =
                ids.stream().filter(id -> MintedId.isWellFormed(id.value())).distinct().toList();
        var found = new HashMap<UserId, User>();
        if (!asked.isEmpty()) {
            users.find(new UserQuery(organization, asked))
                    .users()
                    .forEach(user -> found.put(user.id(), user));
        }
        return found;
    }
}
