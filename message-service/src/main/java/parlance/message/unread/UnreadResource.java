package parlance.message.unread;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import parlance.contracts.message.UnreadMessages;
import parlance.contracts.message.UnreadQuery;

/** Tells push-service what is worth a notification. */
@Path("/internal/messages/unread")
public final class UnreadResource {

    private final News news;

    UnreadResource(News news) {
        this.news = news;
    }

    @POST
    @RunOnVirtualThread
    public List<UnreadMessages> find(UnreadQuery query) {
        return query.readers().stream().map(news::of).toList();
    }
}
