package parlance.user.devicekey;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The device keys in MongoDB. */
@Singleton
public class DeviceKeyStore extends MongoStore<DeviceKeysDocument, ObjectId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(
                        ascending("org", "user", "device"), new IndexOptions().unique(true)));
    }

    /** A removed one is found as well. */
    Optional<DeviceKeys> find(OrganizationId organizationId, UserId owner, DeviceId deviceId) {
        return find(keyOf(organizationId, owner, deviceId))
                .firstResultOptional()
                .map(DeviceKeysDocument::toDeviceKeys);
    }

    /** The devices of these users, without the removed ones. */
    List<DeviceKeys> find(OrganizationId organizationId, Collection<UserId> owners) {
        var users = owners.stream().map(UserId::value).distinct().toList();
        var present =
                new Document("org", organizationId)
                        .append("user", new Document("$in", users))
                        .append("removed", false);
        return list(present).stream().map(DeviceKeysDocument::toDeviceKeys).toList();
    }

    /** False if it has been changed since it was read, or added meanwhile. */
    boolean save(DeviceKeys changed) {
        var document = DeviceKeysDocument.of(changed);
        if (changed.version() == 1) {
            return addIfAbsent(document);
        }
        var read =
                keyOf(changed.organizationId(), changed.owner(), changed.deviceId())
                        .append("version", changed.version() - 1);
        return collection().replaceOne(read, document).getMatchedCount() == 1;
    }

    /** Nothing remains of a user who is no more. */
    public void removeAll(OrganizationId organizationId, UserId owner) {
        delete(new Document("org", organizationId).append("user", owner.value()));
    }

    private static Document keyOf(OrganizationId organizationId, UserId owner, DeviceId deviceId) {
        return new Document("org", organizationId)
                .append("user", owner.value())
                .append("device", deviceId);
    }
}
