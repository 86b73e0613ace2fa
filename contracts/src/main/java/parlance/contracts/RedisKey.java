package parlance.contracts;

/**
 * Every kind of key that the suite keeps in Redis, spelled once. The id stands in braces, so that
 * all keys of one id are on one node of a cluster. Each service puts the deployment's prefix first.
 */
public enum RedisKey {
    REGISTRY_ID(
            "registry",
            "id",
            "gateway",
            "string: the registry's id; while it is absent, deliveries wait"),
    REGISTRY_YOUNG(
            "registry",
            "young",
            "gateway",
            "string, lapses after a lease: gateways are writing their connections again"),
    USER_CONNECTIONS(
            "conn",
            "user",
            "gateway",
            "hash: connection id → inbox partition and instance, dialect, state, "
                    + "device; whether the user may resume"),
    GATEWAY_LEASE(
            "gateway",
            "partition",
            "gateway",
            "string, lapses: the instance that holds the lease of an inbox partition"),
    GATEWAY_INBOX(
            "gateway-inbox",
            "partition",
            "gateway",
            "hash: the last holder of the partition, and the offset up to which it was read"),
    GATEWAY_CONNECTIONS(
            "gateway-connections",
            "partition",
            "gateway",
            "hash: connection id → user, to find the connections of a gateway that died"),
    CONVERSATION(
            "conv",
            "cid",
            "conversation",
            "hash: the conversation directory: version, type, owner, "
                    + "participants with the version each joined at; the peer of a direct "
                    + "conversation, also when one of the two has left"),
    CONVERSATION_REFILL(
            "conv",
            "cid",
            ":refill",
            "conversation",
            "string, lapses: the token under which the directory is filled again"),
    BLOCK_LIST(
            "block",
            "user",
            "user",
            "hash: version and whom the user blocks; absent means: ask user-service"),
    BLOCK_LIST_REFILL(
            "block",
            "user",
            ":refill",
            "user",
            "string, lapses: the token under which the block list is filled again"),
    RESUME_STREAM(
            "resume",
            "user",
            "every service that delivers",
            "capped stream: the numbered packets of a user who may resume"),
    RESUME_HEAD(
            "resume-head",
            "user",
            "gateway and every service that delivers",
            "hash: the id of the stream, its last entry, the last position of "
                    + "each commands partition"),
    RATE_LIMIT(
            "rate",
            "kind:hash",
            "auth, user, presence, push",
            "hash, lapses: a token bucket: sign-ins, sign-ups, searches, typing and others"),
    REVOKED_SESSION(
            "revoked",
            "session",
            "auth",
            "string, lapses: a session that ended, for as long as its access "
                    + "tokens would still be valid"),
    SESSION_CUT(
            "session-cut",
            "user",
            "user",
            "string, lapses: before when the user's sessions began that are over, and which stays"),
    OFFLINE_CHECKS(
            "presence", "doubts", "presence", "sorted set: when to check whether a user has gone"),
    PRESENCE_RECONCILIATION(
            "presence",
            "walk",
            "presence",
            "string, lapses: one replica compares all users with the registry");

    private final String kind;
    private final String idName;
    private final String suffix;
    private final String writer;
    private final String meaning;

    RedisKey(String kind, String idName, String writer, String meaning) {
        this(kind, idName, "", writer, meaning);
    }

    RedisKey(String kind, String idName, String suffix, String writer, String meaning) {
        this.kind = kind;
        this.idName = idName;
        this.suffix = suffix;
        this.writer = writer;
        this.meaning = meaning;
    }

    /** The key of this kind for one id, without the deployment's prefix. */
    public String of(String id) {
        return kind + ":{" + id + "}" + suffix;
    }

    /** The key with the name of its id in place of one, as the documentation shows it. */
    public String pattern() {
        return of(idName);
    }

    /** The services that write it. */
    public String writer() {
        return writer;
    }

    /** What stands under the key, in one line. */
    public String meaning() {
        return meaning;
    }
}
