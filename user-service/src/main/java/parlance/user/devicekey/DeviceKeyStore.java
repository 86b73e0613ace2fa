package parlance.user.devicekey;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** The device keys in MongoDB. */
@Singleton
public class DeviceKeyStore {

    private final MongoCollection<Document> devices;

    DeviceKeyStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        devices = mongo.getDatabase(database).getCollection("device_keys");
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        devices.createIndex(ascending("org", "user", "device"), new IndexOptions().unique(true));
    }

    /** A removed one is found as well. */
    Optional<DeviceKeys> find(OrganizationId organizationId, UserId owner, DeviceId deviceId) {
        var one =
                DeviceKeysDocument.keyOf(organizationId, owner).append("device", deviceId.value());
        return Optional.ofNullable(devices.find(one).first()).map(DeviceKeysDocument::toDeviceKeys);
    }

    /** The devices of these users, without the removed ones. */
    List<DeviceKeys> find(OrganizationId organizationId, Collection<UserId> owners) {
        var users = owners.stream().map(UserId::value).distinct().toList();
        return devices.find(
                        new Document("org", organizationId.value())
                                .append("user", new Document("$in", users))
                                .append("removed", false))
                .map(DeviceKeysDocument::toDeviceKeys)
                .into(new ArrayList<>());
    }

    /** False if it has been changed since it was read, or added meanwhile. */
    boolean save(DeviceKeys changed) {
        if (changed.version() == 1) {
            return add(changed);
        }
        var before =
                DeviceKeysDocument.keyOf(changed.organizationId(), changed.owner())
                        .append("device", changed.deviceId().value())
                        .append("version", changed.version() - 1);
        return devices.replaceOne(before, DeviceKeysDocument.of(changed)).getMatchedCount() == 1;
    }

    /** Nothing remains of a user who is no more. */
    public void removeAll(OrganizationId organizationId, UserId owner) {
        devices.deleteMany(DeviceKeysDocument.keyOf(organizationId, owner));
    }

    private boolean add(DeviceKeys first) {
        try {
            devices.insertOne(DeviceKeysDocument.of(first));
            return true;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }
}
