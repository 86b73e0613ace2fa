package parlance.message.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.internalapi.presence.PresenceApi;

/** {@code GET /admin/server-stats} (protocol 3.11). */
@Path("/admin/server-stats")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ServerStats {

    /**
     * @param uptime of the process that answers, in seconds, or as text
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Answer(
            @JsonProperty("uptime") Object uptime,
            @JsonProperty("online_users") long onlineUsers,
            @JsonProperty("messages_per_minute") @Nullable Long perMinute,
            @JsonProperty("messages_per_hour") @Nullable Long perHour,
            @JsonProperty("messages_per_day") @Nullable Long perDay) {}

    private final MessageCounts messages;
    private final PresenceApi presence;

    ServerStats(MessageCounts messages, @RestClient PresenceApi presence) {
        this.messages = messages;
        this.presence = presence;
    }

    /**
     * @param format whether the uptime is for people
     */
    @GET
    public Answer get(@QueryParam("format") @Nullable String format) {
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return new Answer(
                format == null || format.isEmpty() ? uptime.toSeconds() : textOf(uptime),
                presence.countOnline().users(),
                messages.lastWhole(ChronoUnit.MINUTES),
                messages.lastWhole(ChronoUnit.HOURS),
                messages.lastWhole(ChronoUnit.DAYS));
    }

    /** Such as {@code 3d 4h 5m 6s}. */
    static String textOf(Duration time) {
        return "%dd %dh %dm %ds"
                .formatted(
                        time.toDays(),
                        time.toHoursPart(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }
}
