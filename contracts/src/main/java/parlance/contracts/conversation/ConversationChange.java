package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.OrganizationId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * The value of {@code PUBLISH_CONVERSATION_CHANGE}: a change that conversation-service has stored,
 * with all packets that clients get for it. message-service publishes it in its place among the
 * conversation's messages, so that one writer orders everything (docs/architecture.md, "one writer
 * per conversation").
 *
 * @param type the conversation's: {@code u}, {@code g} or {@code c}
 * @param version the directory's version with this change; users who joined with it get messages
 *     from here on
 * @param part a change too long for one record comes in several, one behind the other; the first is
 *     0
 * @param organizationId the conversation's; none in a record of an earlier version, of which
 *     nothing is told on {@code message.events}
 * @param reply the body of the reply to the client that asked; none for a change without a request
 * @param participants the participants after the change, to whom every {@link Said} is delivered,
 *     and in a direct conversation what waits for them; empty in others where the change has no
 *     {@link Said}
 * @param steps in the order in which clients see them
 * @param changedAt for a conversation that existed before: its {@code updated_at} in the reply and
 *     in the notices, which message-service replaces by the time of the last message if that is
 *     later
 */
public record ConversationChange(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("organization_id") @Nullable OrganizationId organizationId,
        @JsonProperty("type") String type,
        @JsonProperty("version") long version,
        @JsonProperty("part") int part,
        @JsonProperty("reply") @Nullable RawJson reply,
        @JsonProperty("participants") List<UserId> participants,
        @JsonProperty("steps") List<Step> steps,
        @JsonProperty("changed_at") @Nullable Instant changedAt) {

    /** For a conversation that has just changed. */
    public ConversationChange(
            ConversationId conversationId,
            OrganizationId organizationId,
            String type,
            long version,
            int part,
            @Nullable RawJson reply,
            List<UserId> participants,
            List<Step> steps) {
        this(conversationId, organizationId, type, version, part, reply, participants, steps, null);
    }

    /** One packet or message that clients see. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    public sealed interface Step {}

    /**
     * A packet for some users.
     *
     * @param exceptAsker not to the connection that asked
     * @param author the user who acted, for whom the packet is not stored while offline
     * @param lastMessageFor message-service adds the last message that this user sees to the
     *     conversation in the packet; null where the packet is complete
     */
    @JsonTypeName("notice")
    public record Notice(
            @JsonProperty("recipients") List<UserId> recipients,
            @JsonProperty("packet") RawJson packet,
            @JsonProperty("except_asker") boolean exceptAsker,
            @JsonProperty("author") @Nullable UserId author,
            @JsonProperty("when_absent") Set<OfflinePolicy> whenAbsent,
            @JsonProperty("last_message_for") @Nullable UserId lastMessageFor)
            implements Step {

        /** A packet that is complete. */
        public Notice(
                List<UserId> recipients,
                RawJson packet,
                boolean exceptAsker,
                @Nullable UserId author,
                Set<OfflinePolicy> whenAbsent) {
            this(recipients, packet, exceptAsker, author, whenAbsent, null);
        }
    }

    /**
     * People learn of a conversation in which a message was sent to them. Published once for each
     * version, however many messages were sent.
     *
     * @param author of the message
     */
    @JsonTypeName("rejoined")
    public record Rejoined(
            @JsonProperty("people") List<UserId> people,
            @JsonProperty("packet") RawJson packet,
            @JsonProperty("author") UserId author)
            implements Step {}

    /**
     * A participant message: stored among the conversation's messages, then delivered to all
     * participants (protocol 3.3).
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
