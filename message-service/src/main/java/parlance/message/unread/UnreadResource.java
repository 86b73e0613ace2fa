package parlance.message.unread;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import parlance.internalapi.message.MessageApi;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;

/** Tells push-service what is worth a notification. */
@Singleton
@RunOnVirtualThread
public final class UnreadResource implements MessageApi {

    private final UnreadCounter unreadCounter;

    UnreadResource(UnreadCounter unreadCounter) {
        this.unreadCounter = unreadCounter;
    }

    @Override
    public List<UnreadMessages> findUnread(UnreadQuery query) {
        return query.readers().stream().map(unreadCounter::of).toList();
    }
}
