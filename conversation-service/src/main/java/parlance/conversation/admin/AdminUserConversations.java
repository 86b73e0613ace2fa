package parlance.conversation.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.conversation.ConversationConfig;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.standing.Standings;
import parlance.kit.OrganizationSettings;

/** {@code GET /admin/users/{id}/conversations}: where a user takes part, the last moved first. */
@Path("/admin/users/{id}/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminUserConversations {

    record Page(@JsonProperty("conversations") List<Overview> conversations) {}

    private final ConversationStore conversations;
    private final Standings standings;
    private final OrganizationSettings organizations;
    private final ConversationConfig config;

    AdminUserConversations(
            ConversationStore conversations,
            Standings standings,
            OrganizationSettings organizations,
            ConversationConfig config) {
        this.conversations = conversations;
        this.standings = standings;
        this.organizations = organizations;
        this.config = config;
    }

    /**
     * A page; none for an id that is nobody's.
     *
     * @param before only what moved earlier than this: the next page
     */
    @GET
    public Page list(
            @PathParam("id") UserId user,
            @QueryParam("before") @Nullable Instant before,
            @QueryParam("organizationId") @Nullable OrganizationId named) {
        if (!MintedId.isWellFormed(user.value())) {
            return new Page(List.of());
        }
        Map<ConversationId, Conversation> theirs =
                conversations.ofParticipant(organizations.orDefault(named), user).stream()
                        .collect(Collectors.toMap(Conversation::id, Function.identity()));
        var candidates =
                theirs.values().stream().map(c -> new Candidate(c.id(), c.updatedAt())).toList();
        var query = new HeadsQuery(user, candidates, null, before, config.listMax());
        return new Page(
                standings.page(query).stream()
                        .flatMap(head ->
                                Stream.ofNullable(theirs.get(head.conversationId()))
                                        .map(found -> Overview.of(found, head.updatedAt())))
                        .toList());
    }
}
