package parlance.presence.online;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import parlance.internalapi.presence.OnlineCount;
import parlance.internalapi.presence.PresenceApi;
import parlance.presence.state.PresenceStore;

/** Tells other services how many users are online, of all organizations. */
@Singleton
@RunOnVirtualThread
public final class OnlineCountResource implements PresenceApi {

    private final PresenceStore presences;

    OnlineCountResource(PresenceStore presences) {
        this.presences = presences;
    }

    @Override
    public OnlineCount countOnline() {
        return new OnlineCount(presences.countOnline());
    }
}
