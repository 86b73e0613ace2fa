package parlance.conversation.user;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Those of {@code ids} that are users of the organization, in the order asked, each once. */
    public Map<UserId, User> find(OrganizationId organization, Collection<UserId> ids) {
        return find(organization, ids, false);
    }

    /** The same as clients are shown them, with the URLs of their pictures. */
    public Map<UserId, User> shown(OrganizationId organization, Collection<UserId> ids) {
        return find(organization, ids, true);
    }

    private Map<UserId, User> find(
            OrganizationId organization, Collection<UserId> ids, boolean shown) {
        var asked =
                ids.stream().filter(id -> MintedId.isWellFormed(id.value())).distinct().toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<UserId, User> known =
                users.find(new UserQuery(organization, asked, shown)).users().stream()
                        .collect(Collectors.toMap(User::id, user -> user, (first, _) -> first));
        var found = new LinkedHashMap<UserId, User>();
        for (var id : asked) {
            var user = known.get(id);
            if (user != null) {
                found.put(id, user);
            }
        }
        return found;
    }

    /** The same, ids only. */
    public List<UserId> existing(OrganizationId organization, Collection<UserId> ids) {
        return List.copyOf(find(organization, ids).keySet());
    }
}
