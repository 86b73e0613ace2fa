package parlance.message.admin;

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
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationApi;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;
import parlance.kit.OrganizationSettings;
import parlance.message.listing.ConversationSummaries;
import parlance.message.listing.ConversationSummary;
import parlance.message.listing.ListingConfig;
import parlance.message.listing.SummariesQuery;

/** {@code GET /admin/users/{id}/conversations}: where a user takes part, the last moved first. */
@Path("/admin/users/{id}/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminUserConversations {

    record Page(@JsonProperty("conversations") List<AdminConversationView> conversations) {}

    private final ConversationApi conversations;
    private final ConversationSummaries summaries;
    private final OrganizationSettings organizations;
    private final ListingConfig config;

    AdminUserConversations(
            @RestClient ConversationApi conversations,
            ConversationSummaries summaries,
            OrganizationSettings organizations,
            ListingConfig config) {
        this.conversations = conversations;
        this.summaries = summaries;
        this.organizations = organizations;
        this.config = config;
    }

    /**
     * A page; empty for an id that no user has.
     *
     * @param before only what moved earlier than this: the next page
     */
    @GET
    public Page list(
            @PathParam("id") UserId user,
            @QueryParam("before") @Nullable Instant before,
            @QueryParam("organizationId") @Nullable OrganizationId named) {
        if (!PreassignedId.isWellFormed(user.value())) {
            return new Page(List.of());
        }
        var organization = organizations.orDefault(named);
        var candidates =
                conversations.findCandidates(new CandidatesQuery(organization, user, null, null));
        var page =
                summaries.page(
                        new SummariesQuery(user, candidates, null, before, config.listMax()));
        var shown = shown(page, organization, user);
        return new Page(
                page.stream()
                        .flatMap(one -> viewOf(one, shown.get(one.conversationId())).stream())
                        .toList());
    }

    private Map<ConversationId, ShownConversation> shown(
            List<ConversationSummary> page, OrganizationId organization, UserId user) {
        if (page.isEmpty()) {
            return Map.of();
        }
        var ids = page.stream().map(ConversationSummary::conversationId).toList();
        return conversations.findShown(new ShownQuery(organization, user, ids)).stream()
                .collect(Collectors.toMap(one -> one.packet().id(), one -> one));
    }

    private static Optional<AdminConversationView> viewOf(
            ConversationSummary summary, @Nullable ShownConversation shown) {
        return Optional.ofNullable(shown)
                .map(one ->
                        AdminConversationView.of(
                                one.packet(), one.participants(), summary.updatedAt()));
    }
}
