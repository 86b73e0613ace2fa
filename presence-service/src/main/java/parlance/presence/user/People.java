package parlance.presence.user;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;

/** Users, as user-service knows them at this moment. */
@Singleton
public class People {

    private final UserClient users;

    People(@RestClient UserClient users) {
        this.users = users;
    }

    /** Those of {@code ids} that are users of the organization, in no order that means anything. */
    public List<User> find(OrganizationId organization, Collection<UserId> ids) {
        var asked =
                ids.stream().filter(id -> MintedId.isWellFormed(id.value())).distinct().toList();
        return asked.isEmpty() ? List.of() : users.find(new UserQuery(organization, asked)).users();
    }
}
