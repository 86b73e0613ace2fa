package parlance.presence.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import parlance.contracts.Dialect;
import parlance.contracts.UserId;

/**
 * What clients get of users' activity, as an answer or as an event: {@code
 * {"last_activity":{uid:value}}}.
 */
public record LastActivityPacket(@JsonProperty("last_activity") Map<String, Object> byUser) {

    public static LastActivityPacket of(UserId user, LastActivity activity, Dialect dialect) {
        return of(Map.of(user, activity), dialect);
    }

    static LastActivityPacket of(Map<UserId, LastActivity> activities, Dialect dialect) {
        var byUser = new LinkedHashMap<String, Object>();
        activities.forEach((user, activity) -> byUser.put(user.value(), activity.in(dialect)));
        return new LastActivityPacket(byUser);
    }
}
