package parlance.message.assistant;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.message.directory.Conversations;
import parlance.message.document.HistoryStore;
import parlance.message.document.HistoryStore.Filter;
import parlance.message.readstate.ReadState;
import parlance.message.readstate.ReadStateStore;

/** Says what was said. No AI agent is configured yet: only that nothing was said can be told. */
@Singleton
@HandlesRoute(Route.MESSAGE_SUMMARY)
final class SummarizeMessages implements RequestHandler<SummarizeMessages.Request> {

    private static final String NOTHING = "There are no messages to process in this chat.";

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("filter") @NotNull @Pattern(regexp = "last-7-days|last-day|unreads")
                    String filter) {}

    private record Answer(@JsonProperty("message") String message) {}

    private final Conversations conversations;
    private final HistoryStore history;
    private final ReadStateStore readStates;
    private final Clock clock;

    SummarizeMessages(
            Conversations conversations,
            HistoryStore history,
            ReadStateStore readStates,
            Clock clock) {
        this.conversations = conversations;
        this.history = history;
        this.readStates = readStates;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var cid = new ConversationId(command.request().cid());
        var directoryConversation = conversations.getAsParticipant(cid, command.caller());
        if (directoryConversation.type().equals("c")) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        if (isAnythingSaid(cid, command.caller().userId(), command.request().filter())) {
            throw new Rejection(ErrorCode.AI_AGENT_ERROR);
        }
        return HandlerResult.reply(new Answer(NOTHING));
    }

    private boolean isAnythingSaid(ConversationId cid, UserId reader, String filter) {
        return switch (filter) {
            case "unreads" -> {
                var read = readStates.find(reader, Set.of(cid)).getOrDefault(cid, ReadState.none());
                yield history.countAfter(cid, reader, read.last()) > 0;
            }
            case "last-day" -> isAnythingSince(cid, reader, Duration.ofDays(1));
            default -> isAnythingSince(cid, reader, Duration.ofDays(7));
        };
    }

    private boolean isAnythingSince(ConversationId cid, UserId reader, Duration age) {
        Instant since = clock.instant().minus(age);
        return !history.page(cid, reader, new Filter(since, null, null), 1).isEmpty();
    }
}
