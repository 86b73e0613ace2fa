package parlance.gateway.registry;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parlance.contracts.InboxAddress;
import parlance.contracts.RedisKey;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;
import parlance.kit.redis.RedisUnavailable;

/**
 * Leases of inbox partitions: {@code gateway:{p}} names the instance that holds one and lapses with
 * it. Beside it, without an end, {@code gateway-inbox:{p}} keeps who held it last and the offset up
 * to which it was read, so that a successor knows what was left.
 */
@Singleton
public final class InboxLeaseStore {

    /** What Redis says of a lease that we believe to hold. */
    public enum Status {
        HELD,
        TAKEN,
        /** No answer: it may be either. */
        UNKNOWN
    }

    /**
     * A lease just taken.
     *
     * @param offset where its last holder stopped reading, if there was one
     */
    public record Taken(InboxLease lease, OptionalLong offset) {}

    private static final RedisScript TAKE =
            new RedisScript(
                    """
                    if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return false end
                    redis.call('HSET', KEYS[2], 'owner', ARGV[1])
                    return redis.call('HGET', KEYS[2], 'offset') or ''
                    """);

    /** A lapsed lease is still ours until somebody else has held the partition. */
    private static final RedisScript RENEW =
            new RedisScript(
                    """
                    local holder = redis.call('GET', KEYS[1]) or redis.call('HGET', KEYS[2], 'owner')
                    if holder and holder ~= ARGV[1] then return 0 end
                    redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
                    redis.call('HSET', KEYS[2], 'owner', ARGV[1], 'offset', ARGV[3])
                    return 1
                    """);

    private static final RedisScript RELEASE =
            new RedisScript(
                    """
                    if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
                    redis.call('HSET', KEYS[2], 'owner', '', 'offset', ARGV[2])
                    return redis.call('DEL', KEYS[1])
                    """);

    private static final int INSTANCE_BYTES = 8;

    private final RedisPipeline redis;
    private final SecureRandom random = new SecureRandom();

    InboxLeaseStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /** Takes the lease under a new instance's name, unless somebody holds it. */
    public Optional<Taken> take(int partition, Duration duration) {
        var address = new InboxAddress(partition, newInstance());
        var asked = System.nanoTime();
        var offset = run(TAKE, partition, address.instance(), duration.toMillis());
        if (offset == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Taken(new InboxLease(address, duration, asked), parse(offset.toString())));
    }

    /**
     * Makes the lease last again.
     *
     * @param offset up to which the inbox need not be read again
     */
    public Status renew(InboxLease lease, long offset) {
        var asked = System.nanoTime();
        var address = lease.address();
        try {
            var held =
                    run(
                            RENEW,
                            address.partition(),
                            address.instance(),
                            lease.duration().toMillis(),
                            offset);
            if (!RedisPipeline.isTrue(held)) {
                return Status.TAKEN;
            }
            lease.prove(asked);
            return Status.HELD;
        } catch (RedisUnavailable e) {
            return Status.UNKNOWN;
        }
    }

    /** Gives the lease back, with nothing left to be done but for what still comes. */
    public void release(InboxLease lease, long offset) {
        run(RELEASE, lease.address().partition(), lease.address().instance(), offset);
    }

    /** Partitions that nobody holds, but somebody once held. */
    public List<Lapsed> lapsed(int partitions) {
        var requests = new ArrayList<RedisCall>();
        for (int p = 0; p < partitions; p++) {
            requests.add(RedisCall.of(Command.EXISTS, leaseKey(p)));
            requests.add(RedisCall.of(Command.HGET, inboxKey(p), "owner"));
            requests.add(RedisCall.of(Command.HGET, inboxKey(p), "offset"));
        }
        var answers = redis.send(requests);
        var lapsed = new ArrayList<Lapsed>();
        for (int p = 0; p < partitions; p++) {
            var held = answers.get(3 * p);
            var owner = answers.get(3 * p + 1);
            var offset = answers.get(3 * p + 2);
            if (!RedisPipeline.isTrue(held) && owner != null && offset != null) {
                var abandoned = !owner.toString().isEmpty();
                lapsed.add(new Lapsed(p, abandoned, Long.parseLong(offset.toString())));
            }
        }
        return lapsed;
    }

    /**
     * A partition that nobody holds any more.
     *
     * @param abandoned its holder died
     * @param offset up to which it was read
     */
    public record Lapsed(int partition, boolean abandoned, long offset) {}

    private @Nullable Response run(RedisScript script, int partition, Object... arguments) {
        var keys = List.of(leaseKey(partition), inboxKey(partition));
        return redis.send(script.on(keys, List.of(arguments)));
    }

    private String leaseKey(int partition) {
        return redis.key(RedisKey.GATEWAY_LEASE, Integer.toString(partition));
    }

    private String inboxKey(int partition) {
        return redis.key(RedisKey.GATEWAY_INBOX, Integer.toString(partition));
    }

    private String newInstance() {
        var bytes = new byte[INSTANCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static OptionalLong parse(String offset) {
        return offset.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(offset));
    }
}
