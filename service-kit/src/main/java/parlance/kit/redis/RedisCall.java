package parlance.kit.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;

/** One step of a {@link RedisPipeline}. */
public sealed interface RedisCall {

    /** A command as Redis has it. */
    record Plain(Request request) implements RedisCall {}

    /**
     * A call of a script.
     *
     * @param keys all of one id, so that they are on one node
     */
    record Script(RedisScript script, List<String> keys, List<String> arguments)
            implements RedisCall {

        Request byHash() {
            return script.byHash(keys, arguments);
        }

        Request byText() {
            return script.byText(keys, arguments);
        }
    }

    /** A command with its arguments: texts and numbers. */
    static RedisCall of(Command command, Object... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) {
            request.arg(argument.toString());
        }
        return new Plain(request);
    }
}
