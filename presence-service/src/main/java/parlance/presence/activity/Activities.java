package parlance.presence.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.kit.registry.RegistryStore;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;

/** When people were last active, for whoever asks. */
@Singleton
class Activities {

    private final RegistryStore registry;
    private final PresenceStore presences;

    Activities(RegistryStore registry, PresenceStore presences) {
        this.registry = registry;
        this.presences = presences;
    }

    Map<UserId, LastActivity> of(Collection<User> users) {
        var ids = users.stream().map(User::id).toList();
        var connections = registry.find(ids);
        var told = presences.find(ids);
        var found = new LinkedHashMap<UserId, LastActivity>();
        for (var user : users) {
            var isConnected = !connections.getOrDefault(user.id(), List.of()).isEmpty();
            found.put(user.id(), activityOf(user, isConnected, told.get(user.id())));
        }
        return found;
    }

    /**
     * Who has just connected is online before anybody is told; who has just gone still is until
     * then.
     *
     * @param told nothing about somebody who never was here
     */
    private static LastActivity activityOf(
            User user, boolean isConnected, @Nullable Presence told) {
        if (isConnected) {
            return new LastActivity.Online();
        }
        return told == null
                ? new LastActivity.At(Instant.ofEpochSecond(user.recentActivity()))
                : LastActivity.of(told);
    }
}
