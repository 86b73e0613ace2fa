package parlance.kit.directory;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
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
import parlance.contracts.UserId;
import parlance.kit.directory.Conversation.Participant;
import parlance.kit.redis.RedisPipeline;

/**
 * The conversation directory in Redis, {@code conv:{cid}}. conversation-service writes it before it
 * answers; others read it. What is not there is unknown, and its owner is to be asked.
 */
@Singleton
public final class ConversationDirectoryStore {

    private static final String PARTICIPANT = "p:";
    private static final Duration REFILL = Duration.ofSeconds(10);

    /** An older version never replaces a newer one, and any write ends the refills under way. */
    private static final String SAVE =
            """
            redis.call('DEL', KEYS[2])
            local current = redis.call('HGET', KEYS[1], 'version')
            if current and tonumber(current) > tonumber(ARGV[1]) then return 0 end
            redis.call('DEL', KEYS[1])
            for i = 2, #ARGV, 1000 do
                redis.call('HSET', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
            end
            return 1
            """;

    /** A refill counts only while nobody has written since it began. */
    private static final String REFILL_UNDER_TOKEN =
            """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('DEL', KEYS[2])
            redis.call('DEL', KEYS[1])
            for i = 2, #ARGV, 1000 do
                redis.call('HSET', KEYS[1], unpack(ARGV, i, math.min(i + 999, #ARGV)))
            end
            return 1
            """;

    private final RedisPipeline redis;

    ConversationDirectoryStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /** Those of {@code ids} that the directory knows, in one round trip. */
    public Map<ConversationId, Conversation> find(Collection<ConversationId> ids) {
        var asked = List.copyOf(ids);
        var answers =
                redis.send(
                        asked.stream()
                                .map(id -> Request.cmd(Command.HGETALL).arg(key(id)))
                                .toList());
        var found = new HashMap<ConversationId, Conversation>();
        for (int i = 0; i < asked.size(); i++) {
            var conversation = read(asked.get(i), answers.get(i));
            if (conversation != null) {
                found.put(asked.get(i), conversation);
            }
        }
        return found;
    }

    /** Writes this version, unless a newer one is there. */
    public void save(Conversation conversation) {
        var arguments = new ArrayList<Object>();
        arguments.add(conversation.version());
        arguments.addAll(fieldsOf(conversation));
        redis.send(RedisPipeline.script(SAVE, keys(conversation.id()), arguments));
    }

    /** Begins a refill; to be called before the owner's own store is read. */
    public String beginRefill(ConversationId id) {
        var token = UUID.randomUUID().toString();
        redis.send(
                Request.cmd(Command.SET)
                        .arg(tokenKey(id))
                        .arg(token)
                        .arg("PX")
                        .arg(REFILL.toMillis()));
        return token;
    }

    /** Writes what the owner had, unless a change was written since {@link #beginRefill}. */
    public void refill(Conversation conversation, String token) {
        var arguments = new ArrayList<Object>();
        arguments.add(token);
        arguments.addAll(fieldsOf(conversation));
        redis.send(RedisPipeline.script(REFILL_UNDER_TOKEN, keys(conversation.id()), arguments));
    }

    private List<String> keys(ConversationId id) {
        return List.of(key(id), tokenKey(id));
    }

    private String key(ConversationId id) {
        return redis.key("conv", id.value());
    }

    private String tokenKey(ConversationId id) {
        return redis.key("conv", id.value()) + ":refill";
    }

    private static List<String> fieldsOf(Conversation conversation) {
        var fields = new ArrayList<String>();
        fields.addAll(List.of("version", Long.toString(conversation.version())));
        fields.addAll(List.of("org", conversation.organizationId().value()));
        fields.addAll(List.of("type", conversation.type()));
        fields.addAll(List.of("owner", conversation.ownerId().value()));
        if (conversation.name() != null) {
            fields.addAll(List.of("name", conversation.name()));
        }
        conversation
                .participants()
                .forEach((user, participant) -> {
                    fields.add(PARTICIPANT + user.value());
                    fields.add(Json.write(participant));
                });
        return fields;
    }

    private static @Nullable Conversation read(ConversationId id, @Nullable Response hash) {
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
        return new Conversation(
                id,
                new OrganizationId(hash.get("org").toString()),
                Long.parseLong(hash.get("version").toString()),
                hash.get("type").toString(),
                name == null ? null : name.toString(),
                new UserId(hash.get("owner").toString()),
                participants);
    }
}
