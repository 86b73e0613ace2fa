package parlance.kit.redis;

/** Redis did not answer; what needed it is tried again. */
public final class RedisUnavailable extends RuntimeException {

    public RedisUnavailable(Throwable cause) {
        super("redis_unavailable", cause);
    }
}
