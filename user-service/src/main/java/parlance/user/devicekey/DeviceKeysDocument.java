package parlance.user.devicekey;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.mongo.NullsStored;

/**
 * {@link DeviceKeys} in MongoDB. One-time keys are the JSON that the device gave, as text.
 *
 * @param id none in a document that replaces another one, which keeps its id
 */
@MongoEntity(collection = "device_keys")
public record DeviceKeysDocument(
        @BsonId @Nullable ObjectId id,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId owner,
        @BsonProperty("device") DeviceId deviceId,
        @BsonProperty("session") @BsonRepresentation(BsonType.STRING) SessionId sessionId,
        @BsonProperty("identity_key") String identityKey,
        @BsonProperty("signed_key") String signedKey,
        @BsonProperty("one_time_keys") List<RawJson> oneTimeKeys,
        @BsonProperty("handed_out") List<HandedOut> handedOut,
        @BsonProperty("changed_by") Position changedBy,
        boolean removed,
        long version) {

    /** See {@link DeviceKeys.HandedOut}. */
    @NullsStored
    public record HandedOut(Position position, @Nullable RawJson key) {}

    static DeviceKeysDocument of(DeviceKeys keys) {
        return new DeviceKeysDocument(
                keys.version() == 1 ? new ObjectId() : null,
                keys.organizationId(),
                keys.owner(),
                keys.deviceId(),
                keys.sessionId(),
                keys.identityKey(),
                keys.signedKey(),
                keys.oneTimeKeys(),
                keys.handedOut().stream()
                        .map(past -> new HandedOut(past.position(), past.key()))
                        .toList(),
                keys.changedBy(),
                keys.removed(),
                keys.version());
    }

    DeviceKeys toDeviceKeys() {
        return new DeviceKeys(
                organizationId,
                owner,
                deviceId,
                sessionId,
                identityKey,
                signedKey,
                oneTimeKeys,
                handedOut.stream()
                        .map(past -> new DeviceKeys.HandedOut(past.position(), past.key()))
                        .toList(),
                changedBy,
                removed,
                version);
    }
}
