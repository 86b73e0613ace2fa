package parlance.message.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorBody;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessageSent;

/**
 * What an author said in a conversation.
 *
 * @param conversationType {@code u}, {@code g} or {@code c}
 * @param seq its place in the conversation, in which nothing else stands
 * @param updatedAt later than {@code createdAt} once it was edited
 * @param edits the commands that edited it, the last few
 * @param awaits who left this direct conversation and gets the message when told of the return
 * @param refusal why this was refused, where it stands in the place of a refused message
 * @param deleted a tombstone: no list shows it, and it cannot be sent again
 */
public record Message(
        MessageId id,
        ConversationId conversationId,
        String conversationType,
        UserId from,
        long seq,
        Instant createdAt,
        Instant updatedAt,
        Content content,
        Cause cause,
        List<Position> edits,
        @Nullable UserId awaits,
        @Nullable ErrorBody refusal,
        boolean deleted) {

    private static final int EDITS_KEPT = 20;

    /**
     * What the author gave; attachments and {@code x} as they came.
     *
     * @param forwardedId whatever the client says that this was
     */
    public record Content(
            @Nullable String body,
            @Nullable RawJson attachments,
            @Nullable RawJson x,
            @Nullable MessageId repliedId,
            @Nullable String forwardedId,
            @Nullable Integer encryptedType) {

        Content withBody(String other) {
            return new Content(other, attachments, x, repliedId, forwardedId, encryptedType);
        }

        /** A text and nothing else. */
        public static Content text(@Nullable String body, @Nullable RawJson x) {
            return new Content(body, null, x, null, null, null);
        }
    }

    /**
     * The command that made it.
     *
     * @param clientKey see {@link ClientKey}
     */
    public record Cause(Position position, String clientKey) {}

    /** Whether this very command made it, which then comes a second time. */
    public boolean wasMadeAt(Position position) {
        return cause.position().equals(position);
    }

    /** What the other services are told of it, each time the same. */
    public MessageSent sentEvent(OrganizationId organizationId) {
        return new MessageSent(conversationId, organizationId, id, from, createdAt);
    }

    /** The same with another body, as of {@code now} or just after its last change. */
    public Message edited(String body, Position position, Instant now) {
        var earliest = updatedAt.plusMillis(1);
        var positions = new ArrayList<>(edits);
        positions.add(position);
        return new Message(
                id,
                conversationId,
                conversationType,
                from,
                seq,
                createdAt,
                now.isBefore(earliest) ? earliest : now,
                content.withBody(body),
                cause,
                positions.subList(Math.max(0, positions.size() - EDITS_KEPT), positions.size()),
                awaits,
                refusal,
                deleted);
    }

    /** Whether a later edit of the same stream is there already: this one comes too late. */
    public boolean isEditedSince(Position position) {
        return edits.stream()
                .anyMatch(
                        edit -> edit.stream().equals(position.stream()) && edit.isAfter(position));
    }

    /** Whole unix seconds, never ahead of {@link #createdAt}. */
    public long seconds() {
        return createdAt.getEpochSecond();
    }
}
