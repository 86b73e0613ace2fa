package parlance.presence.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.UserId;

/**
 * The packet that tells clients when users were last active, as a reply or as an event: {@code
 * {"last_activity":{uid:value}}}.
 */
public record LastActivityPacket(@JsonProperty("last_activity") Map<String, Object> byUser) {

    public static LastActivityPacket of(
            UserId user, LastActivity activity, ProtocolDialect protocolDialect) {
        return of(Map.of(user, activity), protocolDialect);
    }

    static LastActivityPacket of(
            Map<UserId, LastActivity> activities, ProtocolDialect protocolDialect) {
        var byUser = new LinkedHashMap<String, Object>();
        activities.forEach(
                (user, activity) -> byUser.put(user.value(), activity.in(protocolDialect)));
        return new LastActivityPacket(byUser);
    }
}
