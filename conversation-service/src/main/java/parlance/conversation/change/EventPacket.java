package parlance.conversation.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationPackets;
import parlance.internalapi.conversation.ConversationPacket;

/** A conversation event as clients see it: a {@code system_message} (protocol 3.3). */
public record EventPacket(@JsonProperty("system_message") Body body) {

    /**
     * @param id the same as {@code conversationId}
     * @param x the name of the event, with the conversation
     */
    record Body(
            @JsonProperty("_id") ConversationId id,
            @JsonProperty("t") long seconds,
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("from") UserId from,
            @JsonProperty("x") Map<String, ConversationPacket> x) {}

    /** A user takes part in a conversation that was not there before. */
    public static RawJson created(Conversation conversation, UserId actor, Instant at) {
        return packet("conversation_created", whole(conversation), actor, at);
    }

    /** It looks different now. */
    static RawJson updated(Conversation conversation, UserId actor, Instant at) {
        return packet("conversation_updated", whole(conversation), actor, at);
    }

    /** A user takes part in a conversation that was there before. */
    static RawJson joined(Conversation conversation, UserId actor, Instant at) {
        var shown = ConversationPackets.forNewcomer(conversation);
        return packet("conversation_updated", shown, actor, at);
    }

    /** A user takes part no longer. */
    static RawJson kicked(Conversation conversation, UserId actor, Instant at) {
        return packet("conversation_kicked", whole(conversation), actor, at);
    }

    private static ConversationPacket whole(Conversation conversation) {
        return ConversationPackets.withParticipants(conversation);
    }

    private static RawJson packet(
            String event, ConversationPacket conversation, UserId actor, Instant at) {
        var id = conversation.id();
        var body = new Body(id, at.getEpochSecond(), id, actor, Map.of(event, conversation));
        return new RawJson(Json.write(new EventPacket(body)));
    }
}
