package parlance.kit.directory;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.RedisKey;
import parlance.contracts.UserId;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisCommands;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisScript;

/**
 * The conversation directory in Redis, {@code conv:{cid}}. conversation-service writes it before it
 * answers; others read it. What is not there is unknown, and its owner is to be asked.
 */
@Singleton
public final class ConversationDirectoryStore {

    private static final String PARTICIPANT = "p:";
    private static final Duration REFILL = Duration.ofSeconds(10);

    /** An older version never replaces a newer one, and any write ends the refills under way. */
    private static final RedisScript SAVE =
            new RedisScript(
                    """
                    redis.call('DEL', KEYS[2])
                    local current = redis.call('HGET', KEYS[1], 'version')
                    if current and tonumber(current) > tonumber(ARGV[1]) then return 0 end
                    redis.call('DEL', KEYS[1])
                    for i = 2, #ARGV, 1000 do
                        redis.call('HSET', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
                    end
                    return 1
                    """);

    /** A refill counts only while nobody has written since it began. */
    private static final RedisScript REFILL_UNDER_TOKEN =
            new RedisScript(
                    """
                    if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
                    redis.call('DEL', KEYS[2])
                    redis.call('DEL', KEYS[1])
                    for i = 2, #ARGV, 1000 do
                        redis.call('HSET', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
                    end
                    return 1
                    """);

    private final RedisPipeline redis;
    private final RedisCommands commands;

    ConversationDirectoryStore(RedisPipeline redis, RedisCommands commands) {
        this.redis = redis;
        this.commands = commands;
    }

    /** Those of {@code ids} that the directory knows, in one round trip. */
    public Map<ConversationId, DirectoryConversation> find(Collection<ConversationId> ids) {
        var asked = List.copyOf(ids);
        var answers =
                redis.send(
                        asked.stream().map(id -> RedisCall.of(Command.HGETALL, key(id))).toList());
        var found = new HashMap<ConversationId, DirectoryConversation>();
        for (int i = 0; i < asked.size(); i++) {
            var directoryConversation = read(asked.get(i), answers.get(i));
            if (directoryConversation != null) {
                found.put(asked.get(i), directoryConversation);
            }
        }
        return found;
    }

    /** Writes this version, unless a newer one is there. */
    public void save(DirectoryConversation directoryConversation) {
        var arguments = new ArrayList<Object>();
        arguments.add(directoryConversation.version());
        arguments.addAll(fieldsOf(directoryConversation));
        redis.send(SAVE.on(keys(directoryConversation.id()), arguments));
    }

    /** Begins a refill; to be called before the owner's own store is read. */
    public String beginRefill(ConversationId id) {
        var token = UUID.randomUUID().toString();
        commands.run(
                data -> data.value(String.class).psetex(tokenKey(id), REFILL.toMillis(), token));
        return token;
    }

    /** Writes what the owner had, unless a change was written since {@link #beginRefill}. */
    public void refill(DirectoryConversation directoryConversation, String token) {
        var arguments = new ArrayList<Object>();
        arguments.add(token);
        arguments.addAll(fieldsOf(directoryConversation));
        redis.send(REFILL_UNDER_TOKEN.on(keys(directoryConversation.id()), arguments));
    }

    private List<String> keys(ConversationId id) {
        return List.of(key(id), tokenKey(id));
    }

    private String key(ConversationId id) {
        return redis.key(RedisKey.CONVERSATION, id.value());
    }

    private String tokenKey(ConversationId id) {
        return redis.key(RedisKey.CONVERSATION_REFILL, id.value());
    }

    private static List<String> fieldsOf(DirectoryConversation directoryConversation) {
        var fields = new ArrayList<String>();
        fields.addAll(List.of("version", Long.toString(directoryConversation.version())));
        fields.addAll(List.of("org", directoryConversation.organizationId().value()));
        fields.addAll(List.of("type", directoryConversation.type()));
        fields.addAll(List.of("owner", directoryConversation.ownerId().value()));
        if (directoryConversation.peerId() != null) {
            fields.addAll(List.of("peer", directoryConversation.peerId().value()));
        }
        if (directoryConversation.name() != null) {
            fields.addAll(List.of("name", directoryConversation.name()));
        }
        directoryConversation
                .participants()
                .forEach((user, participant) -> {
                    fields.add(PARTICIPANT + user.value());
                    fields.add(Json.write(participant));
                });
        return fields;
    }

    private static @Nullable DirectoryConversation read(
            ConversationId id, @Nullable Response hash) {
        if (hash == null || hash.size() == 0) {
            return null;
        }
        var participants = new LinkedHashMap<UserId, Participant>();
        for (var field : hash.getKeys()) {
            if (field.startsWith(PARTICIPANT)) {
                participants.put(
                        new UserId(field.substring(PARTICIPANT.length())),
                        Json.read(hash.get(field).toString(), Participant.class));
            }
        }
        var name = hash.get("name");
        var peer = hash.get("peer");
        var found =
                new DirectoryConversation(
                        id,
                        new OrganizationId(hash.get("org").toString()),
                        Long.parseLong(hash.get("version").toString()),
                        hash.get("type").toString(),
                        name == null ? null : name.toString(),
                        new UserId(hash.get("owner").toString()),
                        participants);
        return peer == null ? unlessPeerIsUnknown(found) : found.with(new UserId(peer.toString()));
    }

    /** Earlier releases wrote no peer: while both take part it is known all the same. */
    private static @Nullable DirectoryConversation unlessPeerIsUnknown(
            DirectoryConversation found) {
        return found.isDirect() && found.peerId() == null ? null : found;
    }
}
