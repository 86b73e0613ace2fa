package parlance.conversation.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.conversation.Pair;
import parlance.contracts.conversation.RestoredPair;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.publish.Events;

/** The two people of a 1-1: when one of them writes, who has left it is brought back. */
@Path("/internal/conversations/{cid}/pair")
public final class PairResource {

    private final ConversationStore conversations;
    private final ConversationDirectoryStore directory;
    private final Events events;
    private final Clock clock;

    PairResource(
            ConversationStore conversations,
            ConversationDirectoryStore directory,
            Events events,
            Clock clock) {
        this.conversations = conversations;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    public Pair people(@PathParam("cid") String cid) {
        return new Pair(peopleOf(privateConversation(cid)));
    }

    /** Asked a second time it changes nothing and says the same. */
    @POST
    @Path("/restore")
    @RunOnVirtualThread
    public RestoredPair restore(@PathParam("cid") String cid, @QueryParam("by") String author) {
        while (true) {
            var conversation = privateConversation(cid);
            var missing =
                    peopleOf(conversation).stream()
                            .filter(userId -> !conversation.includes(userId))
                            .toList();
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var whole =
                    missing.isEmpty()
                            ? conversation
                            : conversation.with(missing, placeOf(conversation), now);
            // Else it was changed meanwhile: look again.
            if (missing.isEmpty() || conversations.replace(whole)) {
                directory.save(DirectoryEntry.of(whole));
                events.publish(Publication.eventOf(whole));
                return new RestoredPair(EventPacket.created(whole, new UserId(author), now));
            }
        }
    }

    private Conversation privateConversation(String cid) {
        return conversations
                .find(new ConversationId(cid))
                .filter(found -> found.kind() == Kind.PRIVATE && !found.isOver())
                .orElseThrow(NotFoundException::new);
    }

    private static List<UserId> peopleOf(Conversation conversation) {
        var opponent = conversation.opponentId();
        return opponent == null
                ? List.of(conversation.ownerId())
                : List.of(conversation.ownerId(), opponent);
    }

    /** No command of ours did it, so none will come again. */
    private static Position placeOf(Conversation conversation) {
        return new Position("restore", conversation.version(), 0);
    }
}
