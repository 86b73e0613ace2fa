package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Absent;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * The value of {@code PUBLISH_CONVERSATION_CHANGE}: a change that conversation-service has stored,
 * with all that clients are to see of it. message-service publishes it in its place among the
 * conversation's messages, so that one writer orders everything (docs/architecture.md, "one writer
 * per conversation").
 *
 * @param type the conversation's: {@code u}, {@code g} or {@code c}
 * @param version the directory's version with this change; who joined with it is a recipient of
 *     messages from here on
 * @param part a change too long for one record comes in several, one behind the other; the first is
 *     0
 * @param reply the body of the answer to whoever asked; none if nobody did
 * @param participants who takes part now and hears what is {@link Said}, once for all of it; nobody
 *     where nothing is said
 * @param steps in the order in which clients see them
 */
public record ConversationChange(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("type") String type,
        @JsonProperty("version") long version,
        @JsonProperty("part") int part,
        @JsonProperty("reply") @Nullable RawJson reply,
        @JsonProperty("participants") List<UserId> participants,
        @JsonProperty("steps") List<Step> steps) {

    /** One thing that clients see. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    public sealed interface Step {}

    /**
     * A packet for some people.
     *
     * @param exceptAsker not to the connection that asked
     * @param author nothing is kept for this user
     */
    @JsonTypeName("notice")
    public record Notice(
            @JsonProperty("recipients") List<UserId> recipients,
            @JsonProperty("packet") RawJson packet,
            @JsonProperty("except_asker") boolean exceptAsker,
            @JsonProperty("author") @Nullable UserId author,
            @JsonProperty("when_absent") Set<Absent> whenAbsent)
            implements Step {}

    /**
     * A participant message: stored among the conversation's messages, then delivered to everybody
     * who takes part (protocol 3.3).
     *
     * @param from who acted
     * @param x what clients act on: the kind of message and whom it is about
     */
    @JsonTypeName("said")
    public record Said(
            @JsonProperty("from") UserId from,
            @JsonProperty("body") String body,
            @JsonProperty("x") RawJson x)
            implements Step {}
}
