package parlance.conversation.admin;

import static parlance.contracts.ErrorCode.CONVERSATION_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.standing.Standings;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;

/** {@code GET /admin/conversations/{id}}: one conversation, with everybody in it. */
@Path("/admin/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminConversation {

    /**
     * @param admins who may change it, its owner among them
     */
    record Answer(
            @JsonProperty("conversation") Overview conversation,
            @JsonProperty("participants") List<UserId> participants,
            @JsonProperty("admins") List<UserId> admins) {}

    private final ConversationStore conversations;
    private final Standings standings;
    private final OrganizationSettings organizations;

    AdminConversation(
            ConversationStore conversations,
            Standings standings,
            OrganizationSettings organizations) {
        this.conversations = conversations;
        this.standings = standings;
        this.organizations = organizations;
    }

    @GET
    public Answer show(
            @PathParam("id") ConversationId id,
            @QueryParam("organizationId") @Nullable OrganizationId named) {
        var organization = organizations.orDefault(named);
        var found =
                conversations
                        .find(id)
                        .filter(one -> one.organizationId().equals(organization))
                        .orElseThrow(() -> new Rejection(CONVERSATION_NOT_FOUND));
        var lastMove = standings.lastMove(id, found.updatedAt(), found.ownerId());
        var people = found.participantIds();
        return new Answer(
                Overview.of(found, lastMove),
                people,
                people.stream().filter(found::isLedBy).toList());
    }
}
