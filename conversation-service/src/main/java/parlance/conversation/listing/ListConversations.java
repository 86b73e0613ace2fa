package parlance.conversation.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.conversation.ConversationConfig;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationPacket;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.ShownConversations;
import parlance.conversation.standing.Standings;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/**
 * A page of the caller's conversations, the last moved first. Which moved last is known to
 * message-service alone: it is asked once a page, and nothing is copied with each message.
 */
@Singleton
@Answers(Route.CONVERSATION_LIST)
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

    private final ConversationStore conversations;
    private final Standings standings;
    private final ShownConversations shown;
    private final ConversationConfig config;

    ListConversations(
            ConversationStore conversations,
            Standings standings,
            ShownConversations shown,
            ConversationConfig config) {
        this.conversations = conversations;
        this.standings = standings;
        this.shown = shown;
        this.config = config;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var mine = conversationsOf(command.caller(), command.request().ids());
        var heads = standings.page(queryOf(command, mine));
        var organization = command.caller().organizationId();
        return Outcome.reply(new Page(shown.of(organization, packetsOf(heads, mine))));
    }

    /** In the order of the heads. */
    private static List<ConversationPacket> packetsOf(
            List<ConversationHead> heads, List<Conversation> mine) {
        Map<ConversationId, Conversation> byId =
                mine.stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
        var packets = new ArrayList<ConversationPacket>();
        for (var head : heads) {
            var conversation = byId.get(head.conversationId());
            if (conversation != null) {
                packets.add(ConversationPacket.listed(conversation, head));
            }
        }
        return packets;
    }

    private List<Conversation> conversationsOf(Caller caller, @Nullable List<ConversationId> ids) {
        return ids == null
                ? conversations.ofParticipant(caller.organizationId(), caller.userId())
                : conversations.ofParticipant(caller.organizationId(), caller.userId(), ids);
    }

    private HeadsQuery queryOf(Command<Request> command, List<Conversation> mine) {
        var times = command.request().updatedAt();
        return new HeadsQuery(
                command.caller().userId(),
                mine.stream().map(c -> new Candidate(c.id(), c.updatedAt())).toList(),
                times == null ? null : times.after(),
                times == null ? null : times.before(),
                limitOf(command.request()));
    }

    private int limitOf(Request request) {
        var asked = request.limit();
        return asked == null || asked == 0
                ? config.listDefault()
                : Math.min(asked, config.listMax());
    }
}
