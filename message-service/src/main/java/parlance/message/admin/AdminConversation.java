package parlance.message.admin;

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
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.internalapi.CallRejected;
import parlance.internalapi.conversation.ConversationApi;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.message.listing.ConversationSummaries;

/** {@code GET /admin/conversations/{id}}: one conversation, with everybody in it. */
@Path("/admin/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminConversation {

    /**
     * @param admins who may change it, its owner among them
     */
    record Answer(
            @JsonProperty("conversation") AdminConversationView conversation,
            @JsonProperty("participants") List<UserId> participants,
            @JsonProperty("admins") List<UserId> admins) {}

    private final ConversationApi conversations;
    private final ConversationSummaries summaries;
    private final OrganizationSettings organizations;

    AdminConversation(
            @RestClient ConversationApi conversations,
            ConversationSummaries summaries,
            OrganizationSettings organizations) {
        this.conversations = conversations;
        this.summaries = summaries;
        this.organizations = organizations;
    }

    @GET
    public Answer show(
            @PathParam("id") ConversationId id,
            @QueryParam("organizationId") @Nullable OrganizationId named) {
        var organization = organizations.orDefault(named);
        var found =
                find(id).filter(one -> one.packet().organizationId().equals(organization))
                        .orElseThrow(() -> new Rejection(CONVERSATION_NOT_FOUND));
        var lastMove = summaries.lastMove(id, found.packet().updatedAt());
        return new Answer(
                AdminConversationView.of(found.packet(), found.participants().size(), lastMove),
                found.participants(),
                found.admins());
    }

    private Optional<ConversationDetails> find(ConversationId id) {
        if (!PreassignedId.isWellFormed(id.value())) {
            return Optional.empty();
        }
        try {
            return Optional.of(conversations.findDetails(id));
        } catch (CallRejected answer) {
            if (answer.isNotFound()) {
                return Optional.empty();
            }
            throw answer;
        }
    }
}
