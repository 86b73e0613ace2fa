package parlance.push.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device shows, and what its app reads when it is tapped.
 *
 * @param data the keys of protocol 3.5, for the app
 * @param collapseKey a later one with the same key replaces this on the device
 * @param badge how many messages are unread; known for iOS only
 * @param expiresAt the provider gives up then
 */
public record Notification(
        String title,
        String body,
        ObjectNode data,
        @Nullable String collapseKey,
        @Nullable Integer badge,
        Instant expiresAt) {}
