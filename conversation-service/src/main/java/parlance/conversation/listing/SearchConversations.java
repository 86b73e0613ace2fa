package parlance.conversation.listing;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Dialect;
import parlance.contracts.Route;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.standing.Standings;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Finds conversations by a part of their name, the last moved first. */
@Singleton
@Answers(Route.CONVERSATION_SEARCH)
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

    private final ConversationStore conversations;
    private final Standings standings;
    private final SearchConfig config;

    SearchConversations(ConversationStore conversations, Standings standings, SearchConfig config) {
        this.conversations = conversations;
        this.standings = standings;
        this.config = config;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var found = found(command);
        var asker = command.asker();
        var wantsIds = asker != null && asker.dialect() == Dialect.CLIENT;
        return Outcome.reply(new Answer(wantsIds ? found.stream().map(Found::id).toList() : found));
    }

    private List<Found> found(Command<Request> command) {
        var caller = command.caller();
        var request = command.request();
        var named = conversations.named(caller.organizationId(), caller.userId(), request.name());
        Map<ConversationId, Conversation> byId =
                named.stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
        var since = request.updatedAt();
        var query =
                new HeadsQuery(
                        caller.userId(),
                        named.stream().map(c -> new Candidate(c.id(), c.updatedAt())).toList(),
                        since == null ? null : since.after(),
                        null,
                        config.limit(request.limit()));
        var found = new ArrayList<Found>();
        for (var head : standings.page(query)) {
            var conversation = byId.get(head.conversationId());
            if (conversation != null) {
                found.add(new Found(conversation.id(), conversation.profile().name()));
            }
        }
        return found;
    }
}
