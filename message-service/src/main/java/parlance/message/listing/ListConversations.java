package parlance.message.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Min;
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
import parlance.contracts.Route;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationApi;
import parlance.internalapi.conversation.ConversationPacket;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/**
 * A page of the caller's conversations, the last moved first. Which moved last is known here alone;
 * conversation-service says which there are and how those on the page look (docs/adr/0021).
 */
@Singleton
@HandlesRoute(Route.CONVERSATION_LIST)
final class ListConversations implements RequestHandler<ListConversations.Request> {

    /** Both bounds are strict, and both may be given. */
    record Times(
            @JsonProperty("gt") @Nullable Instant after,
            @JsonProperty("lt") @Nullable Instant before) {}

    record Request(
            @JsonProperty("limit") @Min(0) @Nullable Integer limit,
            @JsonProperty("updated_at") @Nullable Times updatedAt,
            @JsonProperty("ids") @Size(max = 10) @Nullable List<ConversationId> ids) {}

    private record Page(@JsonProperty("conversations") List<ConversationPacket> conversations) {}

    private final ConversationApi conversations;
    private final ConversationSummaries summaries;
    private final ListingConfig config;

    ListConversations(
            @RestClient ConversationApi conversations,
            ConversationSummaries summaries,
            ListingConfig config) {
        this.conversations = conversations;
        this.summaries = summaries;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var page = summaries.page(queryOf(command.request(), caller));
        return HandlerResult.reply(new Page(packetsOf(page, caller)));
    }

    private SummariesQuery queryOf(Request request, Caller caller) {
        var candidates =
                conversations.findCandidates(
                        new CandidatesQuery(
                                caller.organizationId(), caller.userId(), request.ids(), null));
        var times = request.updatedAt();
        return new SummariesQuery(
                caller.userId(),
                candidates,
                times == null ? null : times.after(),
                times == null ? null : times.before(),
                limitOf(request));
    }

    /** In the order of the page, without those that the caller has left meanwhile. */
    private List<ConversationPacket> packetsOf(List<ConversationSummary> page, Caller caller) {
        if (page.isEmpty()) {
            return List.of();
        }
        var ids = page.stream().map(ConversationSummary::conversationId).toList();
        var query = new ShownQuery(caller.organizationId(), caller.userId(), ids);
        Map<ConversationId, ConversationPacket> shown =
                conversations.findShown(query).stream()
                        .map(ShownConversation::packet)
                        .collect(Collectors.toMap(ConversationPacket::id, packet -> packet));
        var packets = new ArrayList<ConversationPacket>();
        for (var one : page) {
            var packet = shown.get(one.conversationId());
            if (packet != null) {
                packets.add(packet.listed(one.updatedAt(), one.lastMessage(), one.unread()));
            }
        }
        return packets;
    }

    private int limitOf(Request request) {
        var asked = request.limit();
        return asked == null || asked == 0
                ? config.listDefault()
                : Math.min(asked, config.listMax());
    }
}
