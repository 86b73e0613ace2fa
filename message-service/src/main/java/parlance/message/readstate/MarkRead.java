package parlance.message.readstate;

import static parlance.contracts.OfflinePolicy.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessagesRead;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.MessageConfig;
import parlance.message.directory.Conversations;
import parlance.message.readstate.Reader.Reading;

/** Marks messages as read, and tells their authors of what was not read before. */
@Singleton
@HandlesRoute(Route.MESSAGE_READ)
final class MarkRead implements RequestHandler<MarkRead.Request> {

    /** More than a client shows at once. */
    static final int MAX_IDS = 1_000;

    /**
     * @param ids these only; without it everything
     */
    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("ids") @Size(max = MAX_IDS) @Nullable List<MessageId> ids) {

        ConversationId conversationId() {
            return new ConversationId(cid);
        }
    }

    private final Conversations conversations;
    private final ReadStateStore readStates;
    private final ReadMarker readMarker;
    private final MessageConfig config;
    private final OptimisticRetry retry;

    MarkRead(
            Conversations conversations,
            ReadStateStore readStates,
            ReadMarker readMarker,
            MessageConfig config,
            OptimisticRetry retry) {
        this.conversations = conversations;
        this.readStates = readStates;
        this.readMarker = readMarker;
        this.config = config;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return retry.run("read_states", () -> markUnlessOvertaken(command));
    }

    private Optional<HandlerResult> markUnlessOvertaken(Command<Request> command) {
        var reader = readStates.get(command.request().conversationId(), command.caller().userId());
        var known = reader.readingAt(command.position());
        if (known.isPresent()) {
            return Optional.of(tellAuthors(known.get(), command));
        }
        refuseOutsider(command);
        var marked = readMarker.mark(reader, command.request().ids());
        if (marked.equals(reader.state())) {
            return Optional.of(HandlerResult.success());
        }
        var after = reader.read(marked, command.position());
        return readStates.replace(after)
                ? Optional.of(tellAuthors(after.readings().getLast(), command))
                : Optional.empty();
    }

    private void refuseOutsider(Command<Request> command) {
        var directoryConversation =
                conversations.get(command.request().conversationId(), command.caller());
        var isClosedChannel = directoryConversation.type().equals("c") && !config.openChannels();
        if (isClosedChannel || !directoryConversation.includes(command.caller().userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private HandlerResult tellAuthors(Reading reading, Command<Request> command) {
        var cid = command.request().conversationId();
        var news = readMarker.newlyRead(cid, command.caller().userId(), reading);
        if (news.isEmpty()) {
            return HandlerResult.success();
        }
        var result = HandlerResult.success().publish(eventOf(news, command));
        var directoryConversation = conversations.find(Set.of(cid)).get(cid);
        for (var author : news.entrySet()) {
            if (directoryConversation != null && directoryConversation.includes(author.getKey())) {
                result = tell(author.getKey(), author.getValue(), command, result);
            }
        }
        return result;
    }

    private static HandlerResult tell(
            UserId author, List<MessageId> read, Command<Request> command, HandlerResult result) {
        var reader = command.caller().userId();
        var told = result;
        for (var packet : ReadPacket.of(command.request().conversationId(), read, reader)) {
            told = told.deliver(Delivery.of(packet, List.of(author)).by(reader).whenOffline(LOG));
        }
        return told;
    }

    /** The first author's are the newest. */
    private static MessagesRead eventOf(
            Map<UserId, List<MessageId>> news, Command<Request> command) {
        return new MessagesRead(
                command.request().conversationId(),
                command.caller().organizationId(),
                command.caller().userId(),
                news.values().iterator().next().getFirst(),
                news.values().stream().mapToInt(List::size).sum(),
                command.acceptedAt());
    }
}
