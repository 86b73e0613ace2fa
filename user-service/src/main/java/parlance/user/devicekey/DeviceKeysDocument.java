package parlance.user.devicekey;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.user.devicekey.DeviceKeys.HandedOut;

/** {@link DeviceKeys} in MongoDB. One-time keys are whatever JSON the device gave. */
final class DeviceKeysDocument {

    private DeviceKeysDocument() {}

    static Document of(DeviceKeys keys) {
        return keyOf(keys.organizationId(), keys.owner())
                .append("device", keys.deviceId().value())
                .append("session", keys.sessionId().value())
                .append("identity_key", keys.identityKey())
                .append("signed_key", keys.signedKey())
                .append("one_time_keys", keys.oneTimeKeys().stream().map(RawJson::text).toList())
                .append(
                        "handed_out",
                        keys.handedOut().stream().map(DeviceKeysDocument::of).toList())
                .append("changed_by", keys.changedBy().toString())
                .append("removed", keys.removed())
                .append("version", keys.version());
    }

    static DeviceKeys toDeviceKeys(Document document) {
        return new DeviceKeys(
                new OrganizationId(document.getString("org")),
                new UserId(document.getString("user")),
                new DeviceId(document.getString("device")),
                new SessionId(document.getString("session")),
                document.getString("identity_key"),
                document.getString("signed_key"),
                document.getList("one_time_keys", String.class).stream().map(RawJson::new).toList(),
                handedOut(document),
                Position.parse(document.getString("changed_by")),
                document.getBoolean("removed"),
                document.getLong("version"));
    }

    static Document keyOf(OrganizationId organizationId, UserId owner) {
        return new Document("org", organizationId.value()).append("user", owner.value());
    }

    private static List<HandedOut> handedOut(Document document) {
        return document.getList("handed_out", Document.class).stream()
                .map(past ->
                        new HandedOut(
                                Position.parse(past.getString("position")),
                                key(past.getString("key"))))
                .toList();
    }

    private static Document of(HandedOut past) {
        var key = past.key();
        return new Document("position", past.position().toString())
                .append("key", key == null ? null : key.text());
    }

    private static @Nullable RawJson key(@Nullable String text) {
        return text == null ? null : new RawJson(text);
    }
}
