package parlance.conversation.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;

/**
 * A conversation with everybody in it.
 *
 * @param version grows with each change
 * @param size how many take part; when everybody has left, it is over
 * @param participants in the order in which they joined; left out where a list does not need them
 * @param changes the last few, so that a command that comes twice is answered twice the same
 */
public record Conversation(
        ConversationId id,
        OrganizationId organizationId,
        ConversationType type,
        long version,
        UserId ownerId,
        @Nullable UserId opponentId,
        boolean encrypted,
        Profile profile,
        int size,
        List<Participant> participants,
        List<Change> changes,
        Instant createdAt,
        Instant updatedAt) {

    private static final int CHANGES_KEPT = 20;

    /** What people see at the top of it. */
    public record Profile(
            @Nullable String name, @Nullable String description, @Nullable ImageRef image) {}

    /**
     * @param joinedAt the version with which this participant joined
     * @param admin may do what the owner may
     */
    public record Participant(UserId userId, long joinedAt, boolean admin) {}

    /**
     * What a command did.
     *
     * @param announced whether everybody is to be told how the conversation looks now
     */
    public record Change(
            Position position,
            long version,
            List<UserId> added,
            List<UserId> removed,
            boolean announced,
            boolean imageChanged) {

        /** Only people came. */
        public static Change adding(List<UserId> added, Position position, long version) {
            return new Change(position, version, added, List.of(), false, false);
        }

        /** Only people went. */
        static Change removing(List<UserId> removed, Position position, long version) {
            return new Change(position, version, List.of(), removed, false, false);
        }
    }

    public boolean includes(UserId userId) {
        return participants.stream().anyMatch(participant -> participant.userId().equals(userId));
    }

    public List<UserId> participantIds() {
        return participants.stream().map(Participant::userId).toList();
    }

    public boolean isOver() {
        return size == 0;
    }

    /** What the command at this position did, if it came before. */
    public Optional<Change> changeAt(Position position) {
        return changes.stream().filter(change -> change.position().equals(position)).findFirst();
    }

    /** Whether this user has joined after this version, and may have left again. */
    public boolean hasAdded(UserId userId, long since) {
        return changes.stream()
                .anyMatch(change -> change.version() > since && change.added().contains(userId));
    }

    /** Whether this user may change who takes part and how it looks. */
    public boolean isLedBy(UserId userId) {
        return ownerId.equals(userId)
                || participants.stream()
                        .anyMatch(one -> one.userId().equals(userId) && one.admin());
    }

    /** The next version, in which these people take part as well. */
    public Conversation with(List<UserId> added, Position position, Instant now) {
        var next = version + 1;
        var everybody = new ArrayList<>(participants);
        added.forEach(userId -> everybody.add(new Participant(userId, next, false)));
        return next(profile, everybody, Change.adding(added, position, next), now);
    }

    /** The next version, without this participant. */
    public Conversation without(UserId left, Position position, Instant now) {
        var rest = participants.stream().filter(one -> !one.userId().equals(left)).toList();
        var change = Change.removing(List.of(left), position, version + 1);
        return next(profile, rest, change, now);
    }

    /** The next version. The longest participant owns what its owner has left. */
    public Conversation next(
            Profile newProfile, List<Participant> everybody, Change change, Instant now) {
        var ownerStays =
                type == ConversationType.DIRECT
                        || everybody.isEmpty()
                        || everybody.stream().anyMatch(one -> one.userId().equals(ownerId));
        return new Conversation(
                id,
                organizationId,
                type,
                version + 1,
                ownerStays ? ownerId : everybody.getFirst().userId(),
                opponentId,
                encrypted,
                newProfile,
                everybody.size(),
                everybody,
                remember(change),
                createdAt,
                now);
    }

    private List<Change> remember(Change change) {
        var kept = new ArrayList<>(changes);
        kept.add(change);
        return kept.subList(Math.max(0, kept.size() - CHANGES_KEPT), kept.size());
    }
}
