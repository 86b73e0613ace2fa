package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of device it says it is. */
public enum Platform {
    WEB,
    IOS,
    ANDROID;

    @JsonCreator
    static Platform of(String wireName) {
        for (var platform : values()) {
            if (platform.wireName().equals(wireName)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("no platform");
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
