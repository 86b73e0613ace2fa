package parlance.internalapi.user;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;

/** Users, as user-service knows them at this moment. One call answers for all ids. */
@Singleton
public final class UserLookup {

    private final UserApi users;

    UserLookup(@RestClient UserApi users) {
        this.users = users;
    }

    /** Those of {@code ids} that are users of the organization, in the order asked, each once. */
    public Map<UserId, User> find(OrganizationId organization, Collection<UserId> ids) {
        return find(organization, ids, false);
    }

    /** The same as clients are shown them, with the URLs of their avatars. */
    public Map<UserId, User> findShown(OrganizationId organization, Collection<UserId> ids) {
        return find(organization, ids, true);
    }

    /** The same, ids only. */
    public List<UserId> findExisting(OrganizationId organization, Collection<UserId> ids) {
        return List.copyOf(find(organization, ids).keySet());
    }

    private Map<UserId, User> find(
            OrganizationId organization, Collection<UserId> ids, boolean shown) {
        var asked =
                ids.stream()
                        .filter(id -> PreassignedId.isWellFormed(id.value()))
                        .distinct()
                        .toList();
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
}
