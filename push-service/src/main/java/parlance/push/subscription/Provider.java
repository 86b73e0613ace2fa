package parlance.push.subscription;

import java.util.Locale;

/** Who brings a notification to a device. */
public enum Provider {
    APNS,
    FCM,
    WEB;

    /** As it stands in metrics, settings and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #label()} wrote. */
    public static Provider of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
