package parlance.message.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.message.MessageConfig;
import parlance.message.directory.Conversations;
import parlance.message.document.HistoryStore;
import parlance.message.document.HistoryStore.Filter;
import parlance.message.document.Message;
import parlance.message.document.MessagePacket;
import parlance.message.reaction.ReactionStore;
import parlance.message.reaction.Reactions;
import parlance.message.readstate.ReadStateStore;

/** A page of a conversation's history, newest first. */
@Singleton
@HandlesRoute(Route.MESSAGE_LIST)
final class ListMessages implements RequestHandler<ListMessages.Request> {

    /** Both bounds are strict, and both may be given. */
    record Times(
            @JsonProperty("gt") @Nullable Instant after,
            @JsonProperty("lt") @Nullable Instant before) {}

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("limit") @Min(0) @Nullable Integer limit,
            @JsonProperty("updated_at") @Nullable Times updatedAt,
            @JsonProperty("ids") @Size(max = 100) @Nullable List<MessageId> ids) {}

    private record Page(@JsonProperty("messages") List<MessagePacket> messages) {}

    private final Conversations conversations;
    private final HistoryStore history;
    private final ReadStateStore readStates;
    private final ReactionStore reactions;
    private final MessageConfig config;

    ListMessages(
            Conversations conversations,
            HistoryStore history,
            ReadStateStore readStates,
            ReactionStore reactions,
            MessageConfig config) {
        this.conversations = conversations;
        this.history = history;
        this.readStates = readStates;
        this.reactions = reactions;
        this.config = config;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var reader = command.caller().userId();
        var directoryConversation =
                conversations.getAsParticipant(new ConversationId(request.cid()), command.caller());
        var page =
                history.page(
                        directoryConversation.id(), reader, filterOf(request), limitOf(request));
        return HandlerResult.reply(new Page(packetsOf(page, directoryConversation.id(), reader)));
    }

    private List<MessagePacket> packetsOf(
            List<Message> page, ConversationId conversation, UserId reader) {
        var own = page.stream().filter(m -> m.from().equals(reader)).map(Message::seq).toList();
        var read = readStates.readByOthers(conversation, reader, own);
        var reacted = reactions.find(page.stream().map(Message::id).toList());
        return page.stream()
                .map(message -> {
                    var status = read.contains(message.seq()) ? "read" : "sent";
                    return MessagePacket.listed(
                            message,
                            message.from().equals(reader) ? status : null,
                            reacted.getOrDefault(message.id(), Reactions.none()).seenBy(reader));
                })
                .toList();
    }

    private static Filter filterOf(Request request) {
        var times = request.updatedAt() == null ? new Times(null, null) : request.updatedAt();
        var ids = request.ids();
        return new Filter(
                times.after(),
                times.before(),
                ids == null
                        ? null
                        : ids.stream()
                                .filter(id -> PreassignedId.isWellFormed(id.value()))
                                .toList());
    }

    private int limitOf(Request request) {
        var asked = request.limit();
        return asked == null || asked == 0
                ? config.listDefault()
                : Math.min(asked, config.listMax());
    }
}
