package parlance.kit.resume;

import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Position;
import parlance.contracts.RedisKey;
import parlance.contracts.StreamEntryId;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;
import parlance.kit.redis.RedisUnavailable;

/**
 * The packets of users who may resume: {@code resume:{user}}, a capped stream, and {@code
 * resume-head:{user}}, with the stream's id, its last entry, and the last position appended of each
 * commands partition. Without a head nothing is appended.
 */
@Singleton
public final class ResumeStore {

    /** The id of a new stream, or of the one that is there; and its last entry. */
    private static final RedisScript OPEN =
            new RedisScript(
                    """
                    redis.call('HSETNX', KEYS[1], 'id', ARGV[1])
                    redis.call('HSETNX', KEYS[1], 'last', '0-0')
                    redis.call('PERSIST', KEYS[1])
                    redis.call('PERSIST', KEYS[2])
                    return redis.call('HMGET', KEYS[1], 'id', 'last')
                    """);

    /** A position that is not newer has been appended before: a replay gets the same entry. */
    private static final RedisScript APPEND =
            new RedisScript(
                    """
                    local last = redis.call('HGET', KEYS[1], 'last')
                    if not last then return false end
                    local offset, index = tonumber(ARGV[2]), tonumber(ARGV[3])
                    local known = redis.call('HGET', KEYS[1], ARGV[1])
                    local position = ARGV[1] .. '@' .. ARGV[2] .. '/' .. ARGV[3]
                    if known then
                        local knownOffset, knownIndex = string.match(known, '(%d+)/(%d+)')
                        knownOffset, knownIndex = tonumber(knownOffset), tonumber(knownIndex)
                        if knownOffset > offset or (knownOffset == offset and knownIndex >= index) then
                            for _, entry in ipairs(redis.call('XREVRANGE', KEYS[2], '+', '-')) do
                                if entry[2][2] == position then return entry[1] end
                            end
                            return false
                        end
                    end
                    local time = redis.call('TIME')
                    local now = time[1] * 1000 + math.floor(time[2] / 1000)
                    local millis, number = string.match(last, '(%d+)-(%d+)')
                    local id = string.format('%.0f-%.0f', math.max(now, tonumber(millis)), number + 1)
                    redis.call('XADD', KEYS[2], id,
                        'position', position, 'except', ARGV[4], 'packet', ARGV[5])
                    redis.call('XTRIM', KEYS[2], 'MAXLEN', ARGV[6])
                    redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f', now - ARGV[7]))
                    redis.call('HSET', KEYS[1], 'last', id, ARGV[1], ARGV[2] .. '/' .. ARGV[3])
                    return id
                    """);

    private static final RedisScript READ =
            new RedisScript(
                    """
                    local head = redis.call('HMGET', KEYS[1], 'id', 'last')
                    return {head[1], head[2], redis.call('XRANGE', KEYS[2], ARGV[1], '+')}
                    """);

    private static final int ID_LENGTH = 8;
    private static final int POSITION = 1;
    private static final int EXCEPT = 3;
    private static final int PACKET = 5;

    /**
     * What is to be appended to a user's stream.
     *
     * @param except see {@link ResumeEntry}
     */
    public record Addition(
            UserId userId, Position position, @Nullable ConnectionId except, byte[] packet) {}

    private final RedisPipeline redis;
    private final ResumeSettings settings;

    public ResumeStore(RedisPipeline redis, ResumeSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /**
     * Where the user's stream ends; from now on there is one.
     *
     * @throws Rejection if Redis is down
     */
    public Cursor open(UserId user) {
        var id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        try {
            var head = redis.send(OPEN.on(keysOf(user), List.of(id)));
            Objects.requireNonNull(head);
            return new Cursor(head.get(0).toString(), StreamEntryId.parse(head.get(1).toString()));
        } catch (RedisUnavailable e) {
            throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }

    /**
     * Appends in order, each position once.
     *
     * @return for each the id of its entry; null where there is no stream, or no longer that entry
     */
    public List<@Nullable StreamEntryId> append(List<Addition> additions) {
        var requests = additions.stream().map(this::append).toList();
        var ids = new ArrayList<@Nullable StreamEntryId>();
        for (var answer : redis.send(requests)) {
            ids.add(answer == null ? null : StreamEntryId.parse(answer.toString()));
        }
        return ids;
    }

    private RedisCall append(Addition addition) {
        var position = addition.position();
        var except = addition.except();
        return APPEND.on(
                keysOf(addition.userId()),
                List.of(
                        position.stream(),
                        position.offset(),
                        position.index(),
                        except == null ? "" : except.value(),
                        new String(addition.packet(), StandardCharsets.UTF_8),
                        settings.packets(),
                        settings.window().toMillis()));
    }

    /** All entries after the cursor, in order; nothing, if it cannot be told any more, or now. */
    public Optional<List<ResumeEntry>> readAfter(UserId user, Cursor cursor) {
        var from = List.of(cursor.last().toString());
        try {
            var answer = redis.send(READ.on(keysOf(user), from));
            return Optional.ofNullable(answer).flatMap(found -> entriesAfter(cursor, found));
        } catch (RedisUnavailable e) {
            return Optional.empty();
        }
    }

    /** The cursor's own entry proves that this is the history which the client has seen. */
    private static Optional<List<ResumeEntry>> entriesAfter(Cursor cursor, Response answer) {
        var last = cursor.last();
        if (!cursor.stream().equals(text(answer.get(0)))) {
            return Optional.empty();
        }
        var entries = new ArrayList<ResumeEntry>();
        answer.get(2).forEach(entry -> entries.add(read(entry)));
        if (entries.isEmpty()) {
            var isTheEnd = last.toString().equals(text(answer.get(1)));
            return isTheEnd ? Optional.of(entries) : Optional.empty();
        }
        var first = entries.getFirst().id();
        if (first.equals(last)) {
            return Optional.of(entries.subList(1, entries.size()));
        }
        var isTheBeginning = last.equals(StreamEntryId.NONE) && first.follows(last);
        return isTheBeginning ? Optional.of(entries) : Optional.empty();
    }

    private static ResumeEntry read(Response entry) {
        var fields = entry.get(1);
        var except = fields.get(EXCEPT).toString();
        return new ResumeEntry(
                StreamEntryId.parse(entry.get(0).toString()),
                Position.parse(fields.get(POSITION).toString()),
                except.isEmpty() ? null : new ConnectionId(except),
                fields.get(PACKET).toString());
    }

    private static @Nullable String text(@Nullable Response response) {
        return response == null ? null : response.toString();
    }

    /** The keys of a user, on one node. */
    public List<String> keysOf(UserId user) {
        return List.of(
                redis.key(RedisKey.RESUME_HEAD, user.value()),
                redis.key(RedisKey.RESUME_STREAM, user.value()));
    }
}
