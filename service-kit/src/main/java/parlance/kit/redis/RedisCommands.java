package parlance.kit.redis;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;
import parlance.contracts.RedisKey;

/** Typed commands, for what needs neither a pipeline nor a script. */
@Singleton
public final class RedisCommands {

    private final RedisDataSource redis;
    private final RedisPipeline pipeline;

    RedisCommands(RedisDataSource redis, RedisPipeline pipeline) {
        this.redis = redis;
        this.pipeline = pipeline;
    }

    /** The key on this server for one id. */
    public String key(RedisKey kind, String id) {
        return pipeline.key(kind, id);
    }

    /** The only key of its kind on this server. */
    public String key(RedisKey kind) {
        return pipeline.key(kind);
    }

    /**
     * The answer to one command.
     *
     * @throws RedisUnavailable if no answer comes in time
     */
    public <T> T ask(Function<RedisDataSource, T> command) {
        try {
            return command.apply(redis);
        } catch (RuntimeException e) {
            throw new RedisUnavailable(e);
        }
    }

    /** See {@link #ask}, for a command whose answer says nothing. */
    public void run(Consumer<RedisDataSource> command) {
        ask(data -> {
            command.accept(data);
            return true;
        });
    }
}
