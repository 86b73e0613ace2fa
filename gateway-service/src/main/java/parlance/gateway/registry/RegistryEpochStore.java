package parlance.gateway.registry;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.RedisKey;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;

/**
 * The registry's own mark in Redis. While it is absent, or young, nobody may conclude from an empty
 * registry that nobody is there.
 */
@Singleton
final class RegistryEpochStore {

    /**
     * @param registry the registry's id; none after a loss
     * @param young gateways are still writing their connections
     * @param server the Redis process that answered, or all masters of a cluster
     */
    record Mark(@Nullable String registry, boolean young, String server) {

        boolean isAnotherServerThan(Mark other) {
            return !server.equals(other.server);
        }

        boolean isAnotherRegistryThan(Mark other) {
            return registry == null || !registry.equals(other.registry);
        }

        /** Whether what was written under {@code other} may be gone. */
        boolean differsFrom(Mark other) {
            return isAnotherServerThan(other) || isAnotherRegistryThan(other);
        }
    }

    private final RedisPipeline redis;
    private final RedisCommands commands;

    RegistryEpochStore(RedisPipeline redis, RedisCommands commands) {
        this.redis = redis;
        this.commands = commands;
    }

    Mark look() {
        var answers =
                redis.send(
                        List.of(
                                RedisCall.of(Command.GET, idKey()),
                                RedisCall.of(Command.EXISTS, youngKey()),
                                RedisCall.of(Command.INFO, "server")));
        var id = answers.get(0);
        return new Mark(
                id == null ? null : id.toString(),
                RedisPipeline.isTrue(answers.get(1)),
                runIdsIn(answers.get(2)));
    }

    /** Young first: between the two commands readers must not take the registry for complete. */
    void create(Duration youth) {
        var id = UUID.randomUUID().toString();
        commands.run(data -> data.value(String.class).psetex(youngKey(), youth.toMillis(), "1"));
        commands.run(data -> data.value(String.class).setnx(idKey(), id));
    }

    private String idKey() {
        return redis.key(RedisKey.REGISTRY_ID);
    }

    private String youngKey() {
        return redis.key(RedisKey.REGISTRY_YOUNG);
    }

    /** Of a cluster every master answers. */
    private static String runIdsIn(@Nullable Response info) {
        if (info == null) {
            return "";
        }
        return info.toString()
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
