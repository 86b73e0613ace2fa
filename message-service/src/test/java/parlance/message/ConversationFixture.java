package parlance.message;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.tail.ConversationTailStore;
import parlance.testing.commands.CommandClient;

/** Conversations that people have in a test, over Kafka. */
@Singleton
public final class ConversationFixture {

    private final ConversationDirectoryStore directory;
    private final ConversationTailStore heads;

    ConversationFixture(ConversationDirectoryStore directory, ConversationTailStore heads) {
        this.directory = directory;
        this.heads = heads;
    }

    /** The conversation is in the directory, and everybody in it has been told of it. */
    public DirectoryConversation begin(DirectoryConversation directoryConversation) {
        directory.save(directoryConversation);
        heads.publish(directoryConversation.id(), directoryConversation.version());
        return directoryConversation;
    }

    /** Sends a message and gives its id. */
    public static String say(
            CommandClient client,
            Caller author,
            DirectoryConversation directoryConversation,
            String body) {
        return client.ask(
                        Route.SEND_MESSAGE,
                        author,
                        Map.of("cid", directoryConversation.id(), "body", body))
                .packet()
                .at("/ack/server_mid")
                .asText();
    }

    /** What the reader's {@code message_list} gives, with these fields beside {@code cid}. */
    public static List<JsonNode> list(
            CommandClient client,
            Caller reader,
            DirectoryConversation directoryConversation,
            Map<String, Object> fields) {
        var request = new java.util.HashMap<>(fields);
        request.put("cid", directoryConversation.id());
        var messages = new ArrayList<JsonNode>();
        client.ask(Route.MESSAGE_LIST, reader, request)
                .response()
                .get("messages")
                .forEach(messages::add);
        return messages;
    }
}
