package parlance.kit.limit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;
import parlance.contracts.RedisKey;
import parlance.kit.Rejection;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;

/**
 * Token buckets in Redis, under {@code rate:}, by Redis's clock. Who is limited stands there as a
 * hash only: it may be a login or an address.
 */
@Singleton
public final class RateLimitStore {

    private static final int MILLIS_PER_SECOND = 1_000;

    /** Answers 0 with a token taken, or the milliseconds until there is one. */
    private static final RedisScript TAKE =
            new RedisScript(
                    """
                    local time = redis.call('TIME')
                    local now = time[1] * 1000 + math.floor(time[2] / 1000)
                    local burst, every = tonumber(ARGV[1]), tonumber(ARGV[2])
                    local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
                    local tokens = tonumber(bucket[1] or burst)
                    tokens = math.min(burst, tokens + (now - tonumber(bucket[2] or now)) / every)
                    local wait = 0
                    if tokens >= 1 then tokens = tokens - 1
                    else wait = math.ceil((1 - tokens) * every) end
                    redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
                    redis.call('PEXPIRE', KEYS[1], math.ceil(burst * every))
                    return wait
                    """);

    private final RedisPipeline redis;
    private final boolean enabled;

    RateLimitStore(RedisPipeline redis, LimitSettings settings) {
        this.redis = redis;
        this.enabled = settings.enabled();
    }

    /**
     * Counts an attempt.
     *
     * @param kind what is attempted, such as {@code login-account}
     * @param who whose attempts are counted together; nobody's are without limit
     * @throws Rejection with {@code TOO_MANY_REQUESTS} and how long to wait
     */
    public void take(String kind, @Nullable String who, Limit limit) {
        if (!enabled || who == null) {
            return;
        }
        var key = redis.key(RedisKey.RATE_LIMIT, kind + ":" + hash(who));
        var arguments = List.of(limit.burst(), limit.every().toMillis());
        var answer = redis.send(TAKE.on(List.of(key), arguments));
        var wait = answer == null ? 0 : Long.parseLong(answer.toString());
        if (wait > 0) {
            throw tooMany(wait);
        }
    }

    /**
     * Counts an attempt from somewhere; see {@link #take}.
     *
     * @param address the client's IP address, if that is known
     */
    public void takeFrom(String kind, @Nullable String address, Limit limit) {
        take(kind, address == null ? null : ClientNetwork.of(address), limit);
    }

    private static Rejection tooMany(long millis) {
        var code = ErrorCode.TOO_MANY_REQUESTS;
        var seconds = Math.ceilDiv((int) millis, MILLIS_PER_SECOND);
        return new Rejection(new ErrorBody(code.status(), code.text(), seconds));
    }

    private static String hash(String who) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(who.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
