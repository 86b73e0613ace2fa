package parlance.gateway.command;

import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.KeyHash;
import parlance.contracts.PartitionKeyRule;
import parlance.contracts.PreassignedId;
import parlance.gateway.packet.Packet;

/**
 * What a command is ordered by, and the id minted for what it creates, which carries the hash of
 * that so that later commands with the id alone meet the same partition.
 *
 * @param key none, if any partition will do
 */
record CommandPartitioning(@Nullable String key, KeyHash hash, String mintedId) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HASHES = 1 << 16;

    static CommandPartitioning of(
            PartitionKeyRule rule,
            Packet packet,
            ConnectionId connection,
            @Nullable Caller caller,
            Instant now) {
        var whoAsks = caller == null ? connection.value() : caller.userId().value();
        return switch (rule) {
            case PartitionKeyRule.ByCaller _ -> by(whoAsks, now);
            case PartitionKeyRule.ByConnection _ -> by(connection.value(), now);
            case PartitionKeyRule.ByField _ -> by(keyOr(whoAsks, packet), now);
            case PartitionKeyRule.ByMessageField _ -> byMessage(keyOr(whoAsks, packet), now);
            case PartitionKeyRule.ByMintedId _ -> byItself(now);
            case PartitionKeyRule.Unordered _ ->
                    new CommandPartitioning(null, anyHash(), mint(anyHash(), now));
        };
    }

    private static CommandPartitioning by(String key, Instant now) {
        var hash = KeyHash.of(key);
        return new CommandPartitioning(key, hash, mint(hash, now));
    }

    /** The id of a message says where its conversation's commands go; a foreign id does not. */
    private static CommandPartitioning byMessage(String messageId, Instant now) {
        var hash = PreassignedId.keyHashOf(messageId).orElseGet(() -> KeyHash.of(messageId));
        return new CommandPartitioning(messageId, hash, mint(hash, now));
    }

    private static CommandPartitioning byItself(Instant now) {
        var id = mint(anyHash(), now);
        return new CommandPartitioning(id, KeyHash.of(id), id);
    }

    private static String mint(KeyHash hash, Instant now) {
        return PreassignedId.mint(now, hash, RANDOM);
    }

    private static KeyHash anyHash() {
        return new KeyHash(RANDOM.nextInt(HASHES));
    }

    private static String keyOr(String whoAsks, Packet packet) {
        var key = packet.key();
        return key == null ? whoAsks : key;
    }
}
