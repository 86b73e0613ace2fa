package parlance.gateway.registry;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parlance.kit.redis.RedisPipeline;

/**
 * The registry's own mark in Redis. While it is absent, or young, nobody may conclude from an empty
 * registry that nobody is there.
 */
@Singleton
final class RegistryMarkStore {

    /**
     * @param registry the registry's id; none after a loss
     * @param young gateways are still writing their connections
     * @param server the Redis process that answered
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

    RegistryMarkStore(RedisPipeline redis) {
        this.redis = redis;
    }

    Mark look() {
        var answers =
                redis.send(
                        List.of(
                                Request.cmd(Command.GET).arg(idKey()),
                                Request.cmd(Command.EXISTS).arg(youngKey()),
                                Request.cmd(Command.INFO).arg("server")));
        var id = answers.get(0);
        return new Mark(
                id == null ? null : id.toString(),
                RedisPipeline.isTrue(answers.get(1)),
                runIdIn(answers.get(2)));
    }

    /** Young first: between the two commands readers must not take the registry for complete. */
    void create(Duration youth) {
        redis.send(
                Request.cmd(Command.SET).arg(youngKey()).arg("1").arg("PX").arg(youth.toMillis()));
        redis.send(
                Request.cmd(Command.SET).arg(idKey()).arg(UUID.randomUUID().toString()).arg("NX"));
    }

    private String idKey() {
        return redis.key("registry", "id");
    }

    private String youngKey() {
        return redis.key("registry", "young");
    }

    private static String runIdIn(@Nullable Response info) {
        if (info == null) {
            return "";
        }
        return info.toString()
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElse("");
    }
}
