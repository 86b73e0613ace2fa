package parlance.presence.online;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.user.UserLookup;
import parlance.presence.state.PresenceStore;

/** Who is online of an organization: their number, their ids, or they themselves. */
@Singleton
class OnlineUsers {

    /** {@code {"count":n}}. */
    record Count(@JsonProperty("count") long number) {}

    /** {@code {"users":[…]}}: users, or ids. */
    record Page(@JsonProperty("users") List<?> users) {}

    private final PresenceStore presences;
    private final UserLookup userLookup;

    OnlineUsers(PresenceStore presences, UserLookup userLookup) {
        this.presences = presences;
        this.userLookup = userLookup;
    }

    /**
     * @param asker is online, though perhaps not noted yet; nobody, over HTTP
     */
    Object answer(OnlineQuery query, OrganizationId organization, @Nullable UserId asker) {
        var unnoted = asker == null || isNoted(asker) ? null : asker;
        if (query.wantsCount()) {
            return new Count(presences.countOnline(organization) + (unnoted == null ? 0 : 1));
        }
        var ids = page(query, organization, unnoted);
        return new Page(query.wantsIds() ? ids : usersOf(ids, organization));
    }

    private boolean isNoted(UserId user) {
        var presence = presences.find(List.of(user)).get(user);
        return presence != null && presence.online();
    }

    /** Who came last comes first, so whoever is not noted yet is before all others. */
    private List<UserId> page(
            OnlineQuery query, OrganizationId organization, @Nullable UserId unnoted) {
        if (unnoted == null) {
            return presences.online(organization, query.pageSize(), query.skipped());
        }
        if (query.skipped() > 0) {
            return presences.online(organization, query.pageSize(), query.skipped() - 1);
        }
        var page = new ArrayList<UserId>();
        page.add(unnoted);
        if (query.pageSize() > 1) {
            page.addAll(presences.online(organization, query.pageSize() - 1, 0));
        }
        return page;
    }

    private List<User> usersOf(List<UserId> ids, OrganizationId organization) {
        var known = userLookup.find(organization, ids);
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }
}
