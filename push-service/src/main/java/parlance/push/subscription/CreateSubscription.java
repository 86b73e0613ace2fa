package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;
import parlance.push.endpoint.EndpointGuard;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/** A device wants to be pushed to. What it said before is replaced; one subscription for each. */
@Singleton
@HandlesRoute(Route.PUSH_SUBSCRIPTION_CREATE)
final class CreateSubscription implements RequestHandler<CreateSubscription.Request> {

    record Request(
            @JsonProperty("platform") @NotNull(message = "INCORRECT_PLATFORM_TYPE")
                    Platform platform,
            @JsonProperty("device_udid")
                    @NotNull(message = "INCORRECT_DEVICE_ID")
                    @Size(min = 1, max = 255, message = "INCORRECT_DEVICE_ID")
                    String deviceUdid,
            @JsonProperty("web_endpoint") @Size(min = 1, max = 2_048, message = "INCORRECT_TOKEN")
                    @Nullable String endpoint,
            @JsonProperty("web_key_auth") @Size(min = 1, max = 255, message = "INCORRECT_KEYS")
                    @Nullable String auth,
            @JsonProperty("web_key_p256dh") @Size(min = 1, max = 255, message = "INCORRECT_KEYS")
                    @Nullable String p256dh,
            @JsonProperty("device_token") @Size(min = 1, max = 1_024, message = "INCORRECT_TOKEN")
                    @Nullable String token) {}

    private record Answer(@JsonProperty("subscription") SubscriptionPacket subscription) {}

    private final SubscriptionStore subscriptions;
    private final OptimisticRetry retry;
    private final EndpointGuard guard;
    private final Clock clock;

    CreateSubscription(
            SubscriptionStore subscriptions,
            OptimisticRetry retry,
            EndpointGuard guard,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.retry = retry;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var target = targetOf(command.request());
        return answer(retry.run("subscriptions", () -> tryToSave(command, target)));
    }

    /**
     * Empty if the subscription was changed since it was read, or another device had the target.
     */
    private Optional<Subscription> tryToSave(Command<Request> command, Target target) {
        var existing = find(command);
        var known = existing.filter(found -> found.knows(command.position()));
        if (known.isPresent()) {
            return known;
        }
        var changed = changed(existing, command, target);
        return subscriptions.save(changed) ? Optional.of(changed) : Optional.empty();
    }

    private Optional<Subscription> find(Command<Request> command) {
        var caller = command.caller();
        return subscriptions.find(
                caller.organizationId(), caller.userId(), command.request().deviceUdid());
    }

    private Subscription changed(
            Optional<Subscription> existing, Command<Request> command, Target target) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var platform = command.request().platform();
        return existing.filter(Subscription::active)
                .map(active -> active.replaced(platform, target, command.position(), now))
                .orElseGet(() -> {
                    var version = existing.map(Subscription::version).orElse(0L) + 1;
                    return made(command, target, version, now);
                });
    }

    private static Subscription made(
            Command<Request> command, Target target, long version, Instant now) {
        return new Subscription(
                command.mintedId(),
                command.caller().organizationId(),
                command.caller().userId(),
                command.request().deviceUdid(),
                command.request().platform(),
                target,
                true,
                command.position(),
                version,
                now,
                now);
    }

    private Target targetOf(Request request) {
        var endpoint = request.endpoint();
        var token = request.token();
        if ((endpoint == null) == (token == null)) {
            throw new Rejection(ErrorCode.INCORRECT_TOKEN);
        }
        if (token != null) {
            return new DeviceToken(token);
        }
        var auth = request.auth();
        var p256dh = request.p256dh();
        if (endpoint == null || auth == null || p256dh == null) {
            throw new Rejection(ErrorCode.INCORRECT_KEYS);
        }
        if (!guard.admits(endpoint)) {
            throw new Rejection(ErrorCode.INCORRECT_TOKEN);
        }
        return new WebEndpoint(endpoint, auth, p256dh);
    }

    private static HandlerResult answer(Subscription subscription) {
        return HandlerResult.reply(new Answer(SubscriptionPacket.of(subscription)));
    }
}
