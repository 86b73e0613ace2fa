package parlance.message.readstate;

import static parlance.contracts.Absent.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessagesRead;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.message.MessageConfig;
import parlance.message.directory.Conversations;
import parlance.message.readstate.Reader.Reading;

/** Marks messages as read, and tells their authors of what was not read before. */
@Singleton
@Answers(Route.MESSAGE_READ)
final class MarkRead implements RequestHandler<MarkRead.Request> {

    /**
     * @param ids these only; without it everything
     */
    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("ids") @Nullable List<MessageId> ids) {

        ConversationId conversationId() {
            return new ConversationId(cid);
        }
    }

    private final Conversations conversations;
    private final ReadStateStore readStates;
    private final Marking marking;
    private final MessageConfig config;

    MarkRead(
            Conversations conversations,
            ReadStateStore readStates,
            Marking marking,
            MessageConfig config) {
        this.conversations = conversations;
        this.readStates = readStates;
        this.marking = marking;
        this.config = config;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var reader = readerOf(command);
        var known = reader.readingAt(command.position());
        if (known.isPresent()) {
            return tellAuthors(known.get(), command);
        }
        refuseOutsider(command);
        while (true) {
            var marked = marking.mark(reader, command.request().ids());
            if (marked.equals(reader.state())) {
                return Outcome.success();
            }
            var after = reader.read(marked, command.position());
            if (readStates.replace(after)) {
                return tellAuthors(after.readings().getLast(), command);
            }
            reader = readerOf(command);
        }
    }

    private Reader readerOf(Command<Request> command) {
        return readStates.get(command.request().conversationId(), command.caller().userId());
    }

    private void refuseOutsider(Command<Request> command) {
        var conversation = conversations.get(command.request().conversationId(), command.caller());
        var isClosedChannel = conversation.type().equals("c") && !config.openChannels();
        if (isClosedChannel || !conversation.includes(command.caller().userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private Outcome tellAuthors(Reading reading, Command<Request> command) {
        var cid = command.request().conversationId();
        var news = marking.newlyRead(cid, command.caller().userId(), reading);
        if (news.isEmpty()) {
            return Outcome.success();
        }
        var outcome = Outcome.success().publish(eventOf(news, command));
        var conversation = conversations.find(Set.of(cid)).get(cid);
        for (var author : news.entrySet()) {
            if (conversation != null && conversation.includes(author.getKey())) {
                outcome = tell(author.getKey(), author.getValue(), command, outcome);
            }
        }
        return outcome;
    }

    private static Outcome tell(
            UserId author, List<MessageId> read, Command<Request> command, Outcome outcome) {
        var reader = command.caller().userId();
        var told = outcome;
        for (var packet : ReadPacket.of(command.request().conversationId(), read, reader)) {
            told = told.deliver(Delivery.of(packet, List.of(author)).by(reader).whenAbsent(LOG));
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
