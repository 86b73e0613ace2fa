package parlance.message.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Route;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationApi;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Finds conversations by a part of their name, the last moved first. */
@Singleton
@HandlesRoute(Route.CONVERSATION_SEARCH)
final class SearchConversations implements RequestHandler<SearchConversations.Request> {

    record Since(@JsonProperty("gt") @Nullable Instant after) {}

    record Request(
            @JsonProperty("name") @NotNull @Size(min = 1) String name,
            @JsonProperty("limit") @Min(1) @Max(100) @Nullable Integer limit,
            @JsonProperty("updated_at") @Nullable Since updatedAt) {}

    /**
     * @param conversations a {@link Found} each, or ids alone (protocol 0.2, D3)
     */
    private record Answer(@JsonProperty("conversations") List<?> conversations) {}

    private record Found(
            @JsonProperty("_id") ConversationId id, @JsonProperty("name") @Nullable String name) {}

    private final ConversationApi conversations;
    private final ConversationSummaries summaries;
    private final SearchConfig config;

    SearchConversations(
            @RestClient ConversationApi conversations,
            ConversationSummaries summaries,
            SearchConfig config) {
        this.conversations = conversations;
        this.summaries = summaries;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var found = found(command.request(), command.caller());
        return HandlerResult.reply(
                new Answer(
                        command.dialect() == ProtocolDialect.CLIENT
                                ? found.stream().map(Found::id).toList()
                                : found));
    }

    private List<Found> found(Request request, Caller caller) {
        var named =
                conversations.findCandidates(
                        new CandidatesQuery(
                                caller.organizationId(), caller.userId(), null, request.name()));
        Map<ConversationId, Candidate> byId =
                named.stream().collect(Collectors.toMap(Candidate::conversationId, one -> one));
        var since = request.updatedAt();
        var query =
                new SummariesQuery(
                        caller.userId(),
                        named,
                        since == null ? null : since.after(),
                        null,
                        config.limit(request.limit()));
        var found = new ArrayList<Found>();
        for (var summary : summaries.page(query)) {
            var candidate = byId.get(summary.conversationId());
            if (candidate != null) {
                found.add(new Found(candidate.conversationId(), candidate.name()));
            }
        }
        return found;
    }
}
