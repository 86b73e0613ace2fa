package parlance.message.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.MessageId;
import parlance.message.document.Message;

/**
 * The answer to a message that is stored, under both names that clients read (protocol 0.1).
 *
 * @param ask the same as {@code ack}
 */
record Ack(@JsonProperty("ask") Stored ask, @JsonProperty("ack") Stored ack) {

    /**
     * @param clientId the client's own id for the message
     * @param modified nothing modifies messages yet; written as null
     * @param botMessage no bot answers yet; written as null
     */
    record Stored(
            @JsonProperty("mid") @Nullable String clientId,
            @JsonProperty("server_mid") MessageId id,
            @JsonProperty("t") long seconds,
            @JsonProperty("modified") @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Nullable Object modified,
            @JsonProperty("bot_message") @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Nullable Object botMessage) {}

    static Ack of(@Nullable String clientId, Message message) {
        var stored = new Stored(clientId, message.id(), message.seconds(), null, null);
        return new Ack(stored, stored);
    }
}
