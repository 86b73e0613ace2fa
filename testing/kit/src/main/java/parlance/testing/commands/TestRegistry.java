package parlance.testing.commands;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.InboxAddress;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.RedisKey;

/** Writes the connection registry in Redis, as a gateway does. */
final class TestRegistry {

    private static final int DEFAULT_PORT = 6379;

    private final URI redis;
    private final String prefix;

    TestRegistry(String redisUrl, String prefix) {
        this.redis = URI.create(redisUrl);
        this.prefix = prefix;
    }

    /** From now on deliveries are addressed, to those who are registered. */
    void open(InboxAddress inbox) {
        send("SET", key(RedisKey.REGISTRY_ID, "id"), "test");
        send(
                "SET",
                key(RedisKey.GATEWAY_LEASE, String.valueOf(inbox.partition())),
                inbox.instance());
    }

    void add(
            Caller caller,
            ConnectionId connection,
            InboxAddress inbox,
            ProtocolDialect protocolDialect,
            String state) {
        var fields = List.of(inbox, protocolDialect.wireName(), state, caller.deviceId());
        var entry = fields.stream().map(Object::toString).collect(joining("|"));
        send(
                "HSET",
                key(RedisKey.USER_CONNECTIONS, caller.userId().value()),
                connection.value(),
                entry);
    }

    void remove(Caller caller, ConnectionId connection) {
        send("HDEL", key(RedisKey.USER_CONNECTIONS, caller.userId().value()), connection.value());
    }

    private String key(RedisKey kind, String id) {
        return prefix + kind.of(id);
    }

    private void send(String... words) {
        var port = redis.getPort() < 0 ? DEFAULT_PORT : redis.getPort();
        try (var socket = new Socket(redis.getHost(), port)) {
            socket.getOutputStream().write(encode(words));
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            var reply = new BufferedReader(in).readLine();
            if (reply == null || reply.startsWith("-")) {
                throw new IllegalStateException("Redis answered " + reply);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(String... words) {
        var text = new StringBuilder("*" + words.length + "\r\n");
        for (var word : words) {
            text.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
