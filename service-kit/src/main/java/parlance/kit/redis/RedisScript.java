package parlance.kit.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A Lua script. Redis keeps a script that has run under the hash of its text until it restarts, so
 * that a call needs the hash only.
 */
public final class RedisScript {

    private final String text;
    private final String hash;

    public RedisScript(String text) {
        this.text = text;
        this.hash = hashOf(text);
    }

    /**
     * A call of the script.
     *
     * @param keys all of one id, so that they are on one node
     */
    public RedisCall on(List<String> keys, Object... arguments) {
        return on(keys, List.of(arguments));
    }

    /** See {@link #on(List, Object...)}. */
    public RedisCall on(List<String> keys, List<?> arguments) {
        return new RedisCall.Script(this, keys, arguments.stream().map(Object::toString).toList());
    }

    String hash() {
        return hash;
    }

    Request byHash(List<String> keys, List<String> arguments) {
        return request(Command.EVALSHA, hash, keys, arguments);
    }

    Request byText(List<String> keys, List<String> arguments) {
        return request(Command.EVAL, text, keys, arguments);
    }

    private static Request request(
            Command command, String script, List<String> keys, List<String> arguments) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }

    private static String hashOf(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
