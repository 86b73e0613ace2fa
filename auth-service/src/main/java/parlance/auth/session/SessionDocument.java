package parlance.auth.session;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.mongo.NullsStored;

/** A {@link Session} in MongoDB. */
@MongoEntity(collection = "sessions")
@NullsStored
public record SessionDocument(
        @BsonId SessionId id,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId,
        @BsonProperty("device") DeviceId deviceId,
        @BsonProperty("refresh_hash") @Nullable String refreshHash,
        @Nullable List<String> successors,
        @Nullable List<Replaced> replaced,
        @BsonProperty("expires_at") Instant expiresAt,
        boolean ended,
        long version) {

    /** See {@link Session.Replaced}. */
    public record Replaced(String hash, @BsonProperty("good_until") Instant goodUntil) {}

    static SessionDocument of(Session session) {
        return new SessionDocument(
                session.id(),
                session.organizationId(),
                session.userId(),
                session.deviceId(),
                session.refreshHash(),
                session.successors(),
                session.replaced().stream()
                        .map(old -> new Replaced(old.hash(), old.goodUntil()))
                        .toList(),
                session.expiresAt(),
                session.ended(),
                session.version());
    }

    Session toSession() {
        return new Session(
                id,
                organizationId,
                userId,
                deviceId,
                refreshHash,
                successors == null ? List.of() : successors,
                replaced == null
                        ? List.of()
                        : replaced.stream().map(SessionDocument::replaced).toList(),
                expiresAt,
                ended,
                version);
    }

    private static Session.Replaced replaced(Replaced old) {
        return new Session.Replaced(old.hash(), old.goodUntil());
    }
}
