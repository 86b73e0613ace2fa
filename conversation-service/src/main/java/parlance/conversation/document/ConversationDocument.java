package parlance.conversation.document;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.Conversation.Profile;

/**
 * A conversation in the database, with its participants: one document, so that it changes whole.
 * Queries for lists leave the participants and the changes out.
 */
@MongoEntity(collection = "conversations")
public record ConversationDocument(
        @BsonId ConversationId id,
        @BsonProperty("org") OrganizationId organizationId,
        String type,
        long version,
        @BsonProperty("owner") UserId ownerId,
        String pair,
        boolean encrypted,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt,
        int size,
        @Nullable List<ParticipantDocument> participants,
        @Nullable List<ChangeDocument> changes,
        @BsonProperty("opponent") @Nullable UserId opponentId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String image) {

    /**
     * @param admin absent for those who are none
     */
    public record ParticipantDocument(UserId user, long joined, @Nullable Boolean admin) {

        static ParticipantDocument of(Participant participant) {
            return new ParticipantDocument(
                    participant.userId(),
                    participant.joinedAt(),
                    participant.admin() ? true : null);
        }

        Participant participant() {
            return new Participant(user, joined, Boolean.TRUE.equals(admin));
        }
    }

    /** What a command did. */
    public record ChangeDocument(
            Position position,
            long version,
            List<UserId> added,
            List<UserId> removed,
            boolean announced,
            @BsonProperty("image_changed") boolean imageChanged) {

        static ChangeDocument of(Change change) {
            return new ChangeDocument(
                    change.position(),
                    change.version(),
                    change.added(),
                    change.removed(),
                    change.announced(),
                    change.imageChanged());
        }

        Change change() {
            return new Change(position, version, added, removed, announced, imageChanged);
        }
    }

    static ConversationDocument of(Conversation conversation) {
        var profile = conversation.profile();
        var image = profile.image();
        return new ConversationDocument(
                conversation.id(),
                conversation.organizationId(),
                conversation.type().wireName(),
                conversation.version(),
                conversation.ownerId(),
                DirectKey.of(conversation),
                conversation.encrypted(),
                conversation.createdAt(),
                conversation.updatedAt(),
                conversation.size(),
                conversation.participants().stream().map(ParticipantDocument::of).toList(),
                conversation.changes().stream().map(ChangeDocument::of).toList(),
                conversation.opponentId(),
                profile.name(),
                profile.description(),
                image == null ? null : Json.write(image));
    }

    Conversation conversation() {
        return new Conversation(
                id,
                organizationId,
                ConversationType.of(type),
                version,
                ownerId,
                opponentId,
                encrypted,
                new Profile(
                        name, description, image == null ? null : Json.read(image, ImageRef.class)),
                size,
                participants == null
                        ? List.of()
                        : participants.stream().map(ParticipantDocument::participant).toList(),
                changes == null ? List.of() : changes.stream().map(ChangeDocument::change).toList(),
                createdAt,
                updatedAt);
    }

    /** The id alone. */
    public record IdDocument(@BsonId ConversationId id) {}
}
