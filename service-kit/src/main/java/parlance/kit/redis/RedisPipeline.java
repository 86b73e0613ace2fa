package parlance.kit.redis;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.RedisClusterClient;
import io.vertx.redis.client.impl.types.BulkType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.RedisKey;

/**
 * Sends commands together and waits for their answers together, in chunks: a connection of the
 * client refuses more than 2,048 commands at once. On a cluster each command goes to the node of
 * its key.
 */
@Singleton
public final class RedisPipeline {

    /** Commands that are sent together. */
    static final int CHUNK = 1_000;

    private static final String UNKNOWN_SCRIPT = "NOSCRIPT";

    static {
        // What has no key is asked of one node of a cluster; INFO is wanted of every master.
        RedisClusterClient.addReducer(Command.INFO, RedisPipeline::joined);
    }

    private final Redis redis;
    private final RedisSettings settings;
    private final boolean cluster;

    public RedisPipeline(
            Redis redis,
            RedisSettings settings,
            @ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone")
                    String clientType) {
        this.redis = redis;
        this.settings = settings;
        this.cluster = clientType.equalsIgnoreCase("cluster");
    }

    /** The key on this server for one id. */
    public String key(RedisKey kind, String id) {
        return settings.keyPrefix().orElse("") + kind.of(id);
    }

    /** The only key of its kind on this server. */
    public String key(RedisKey kind) {
        return settings.keyPrefix().orElse("") + kind.pattern();
    }

    /**
     * One answer for each call, in order; null where Redis has nothing. The calls are carried out
     * in their order, on a cluster those of one id.
     *
     * @throws RedisUnavailable if an answer does not come in time, or is an error
     */
    public List<@Nullable Response> send(List<? extends RedisCall> calls) {
        var answers = new ArrayList<@Nullable Response>(calls.size());
        for (int from = 0; from < calls.size(); from += CHUNK) {
            answers.addAll(sendChunk(calls.subList(from, Math.min(calls.size(), from + CHUNK))));
        }
        return answers;
    }

    /** See {@link #send(List)}. */
    public @Nullable Response send(RedisCall call) {
        return switch (call) {
            case RedisCall.Plain(var request) -> await(redis.send(request));
            case RedisCall.Script script -> run(script);
        };
    }

    /** After a restart Redis does not know the script, and has it again once its text has run. */
    private @Nullable Response run(RedisCall.Script script) {
        try {
            return await(redis.send(script.byHash()));
        } catch (RedisUnavailable e) {
            if (!String.valueOf(e.getCause()).contains(UNKNOWN_SCRIPT)) {
                throw e;
            }
            return await(redis.send(script.byText()));
        }
    }

    private List<@Nullable Response> sendChunk(List<? extends RedisCall> calls) {
        if (calls.size() == 1) {
            return Collections.singletonList(send(calls.getFirst()));
        }
        return await(sendTogether(requestsFor(calls)));
    }

    /**
     * The first call of a script that a node gets carries its text: were one refused because the
     * script is unknown, those behind it would overtake it.
     */
    private List<Request> requestsFor(List<? extends RedisCall> calls) {
        var requests = new ArrayList<Request>(calls.size());
        var known = new HashSet<String>();
        for (var call : calls) {
            requests.add(
                    switch (call) {
                        case RedisCall.Plain(var request) -> request;
                        case RedisCall.Script script ->
                                known.add(placeOf(script)) ? script.byText() : script.byHash();
                    });
        }
        return requests;
    }

    private String placeOf(RedisCall.Script call) {
        var hash = call.script().hash();
        return cluster ? hash + call.keys().getFirst() : hash;
    }

    /** The client's own batch does not leave one node of a cluster. */
    private Future<List<@Nullable Response>> sendTogether(List<Request> requests) {
        if (!cluster) {
            return redis.batch(requests);
        }
        return redis.connect()
                .compose(connection ->
                        Future.join(requests.stream().map(connection::send).toList())
                                .map(all -> all.<@Nullable Response>list())
                                .eventually(() -> connection.close()));
    }

    private static Response joined(List<Response> answers) {
        var text = answers.stream().map(Object::toString).collect(Collectors.joining("\n"));
        return BulkType.create(Buffer.buffer(text), false);
    }

    private <T extends @Nullable Object> T await(Future<T> answer) {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new RedisUnavailable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new RedisUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailable(e);
        }
    }

    /** Whether a count, as of EXISTS, is more than nothing. */
    public static boolean isTrue(@Nullable Response count) {
        return count != null && Integer.parseInt(count.toString()) > 0;
    }
}
