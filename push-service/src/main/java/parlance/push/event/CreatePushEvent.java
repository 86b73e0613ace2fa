package parlance.push.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.limit.RateLimitStore;
import parlance.push.notification.NotificationCause.Requested;
import parlance.push.notification.NotificationQueue;

/** Notifies every device of some users, online or not, of whatever the caller says. */
@Singleton
@HandlesRoute(Route.PUSH_EVENT_CREATE)
final class CreatePushEvent implements RequestHandler<CreatePushEvent.Request> {

    private static final Set<String> KEYS = Set.of("title", "topic", "body", "message");

    record Request(
            @JsonProperty("recipients_ids")
                    @NotEmpty(message = "INCORRECT_RECIPIENTS_IDS")
                    @Size(max = 1_000, message = "INCORRECT_RECIPIENTS_IDS")
                    List<UserId> recipients,
            @JsonProperty("message") @NotNull(message = "NOTIFICATION_MESSAGE_MISSED")
                    ObjectNode message) {}

    private record Answer(@JsonProperty("event") PushEvent event) {}

    private final PushEventStore events;
    private final UserLookup userLookup;
    private final NotificationQueue notificationQueue;
    private final RateLimitStore limits;
    private final PushEventLimit limit;
    private final Clock clock;

    CreatePushEvent(
            PushEventStore events,
            UserLookup userLookup,
            NotificationQueue notificationQueue,
            RateLimitStore limits,
            PushEventLimit limit,
            Clock clock) {
        this.events = events;
        this.userLookup = userLookup;
        this.notificationQueue = notificationQueue;
        this.limits = limits;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var event = events.findEvent(command.mintedId()).orElseGet(() -> make(command));
        var requested = new Requested(Json.read(event.message(), ObjectNode.class));
        notificationQueue.add(event.recipients(), command.position(), requested, event.createdAt());
        return HandlerResult.reply(new Answer(event));
    }

    private PushEvent make(Command<Request> command) {
        refuseOtherThanText(command.request().message());
        limits.take("push-event", command.caller().userId().value(), limit);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var event =
                new PushEvent(
                        command.mintedId(),
                        command.caller().userId(),
                        existing(command),
                        command.request().message().toString(),
                        now,
                        now);
        events.addOnce(event);
        return event;
    }

    /** In the order asked. */
    private List<UserId> existing(Command<Request> command) {
        var asked = command.request().recipients().stream().distinct().toList();
        var known = userLookup.find(command.caller().organizationId(), asked);
        var existing = asked.stream().filter(known::containsKey).toList();
        if (existing.isEmpty()) {
            throw new Rejection(ErrorCode.RECIPIENTS_NOT_FOUND);
        }
        return existing;
    }

    private static void refuseOtherThanText(ObjectNode message) {
        var asItShouldBe =
                message.propertyStream()
                        .allMatch(entry ->
                                KEYS.contains(entry.getKey())
                                        && entry.getValue().isTextual()
                                        && !entry.getValue().asText().isEmpty());
        if (!asItShouldBe) {
            throw new Rejection(ErrorCode.NOTIFICATION_MESSAGE_MISSED);
        }
    }
}
