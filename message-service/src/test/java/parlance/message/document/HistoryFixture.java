package parlance.message.document;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.document.Message.Cause;
import parlance.message.document.Message.Content;
import parlance.message.tail.ConversationTail;
import parlance.message.tail.ConversationTailStore;
import parlance.testing.commands.CommandClient;

/** Conversations with a long past: their messages are stored as if they had been sent. */
@Singleton
public final class HistoryFixture {

    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private final MessageStore messages;
    private final ConversationTailStore heads;

    HistoryFixture(MessageStore messages, ConversationTailStore heads) {
        this.messages = messages;
        this.heads = heads;
    }

    /** So many messages, by these authors in turn; the conversation is new. */
    public void says(DirectoryConversation directoryConversation, int count, Caller... authors) {
        var said = new ArrayList<Message>();
        for (int place = 1; place <= count; place++) {
            var id = CommandClient.mintedId(directoryConversation.id().value());
            said.add(message(id, directoryConversation, authors[place % authors.length], place));
        }
        messages.addAll(said);
        heads.advance(
                List.of(
                        new ConversationTail(
                                directoryConversation.id(), count, said.getLast().createdAt(), 0)));
    }

    /** A message with this id in the first place, as migrated data may bring it. */
    public void saysUnder(String id, DirectoryConversation directoryConversation, Caller author) {
        var message = message(id, directoryConversation, author, 1);
        messages.addAll(List.of(message));
        heads.advance(
                List.of(
                        new ConversationTail(
                                directoryConversation.id(), 1, message.createdAt(), 0)));
    }

    private static Message message(
            String id, DirectoryConversation directoryConversation, Caller author, int place) {
        var at = LONG_AGO.plusMillis(place);
        return new Message(
                new MessageId(id),
                directoryConversation.id(),
                directoryConversation.type(),
                author.userId(),
                place,
                at,
                at,
                Content.text("message " + place, null),
                new Cause(new Position("the.past-0", place, 0), id),
                List.of(),
                null,
                null,
                false);
    }
}
