package parlance.kit.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends commands together and waits for their answers together. */
@Singleton
public final class RedisPipeline {

    private final Redis redis;
    private final RedisSettings settings;

    RedisPipeline(Redis redis, RedisSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** The key on this server: {@code kind:{id}}, whose braces keep an id's keys on one node. */
    public String key(String kind, String id) {
        return settings.keyPrefix().orElse("") + kind + ":{" + id + "}";
    }

    /**
     * One answer for each request, in order; null where Redis has nothing.
     *
     * @throws RedisUnavailable if no answer comes in time
     */
    public List<@Nullable Response> send(List<Request> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        try {
            return redis.batch(requests)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new RedisUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailable(e);
        }
    }

    /** See {@link #send(List)}. */
    public @Nullable Response send(Request request) {
        return send(List.of(request)).getFirst();
    }

    /** Whether a count, as of EXISTS, is more than nothing. */
    public static boolean isTrue(@Nullable Response count) {
        return count != null && Integer.parseInt(count.toString()) > 0;
    }

    /** A request that runs a Lua script on the keys of one node. */
    public static Request script(String script, List<String> keys, List<?> arguments) {
        var request = Request.cmd(Command.EVAL).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(argument -> request.arg(argument.toString()));
        return request;
    }
}
