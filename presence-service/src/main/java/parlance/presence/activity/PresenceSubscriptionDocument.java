package parlance.presence.activity;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import parlance.contracts.UserId;

/** The presence subscription of a user in MongoDB: the watcher, and the user who is watched. */
@MongoEntity(collection = "watches")
public record PresenceSubscriptionDocument(@BsonId UserId watcher, UserId watched, Instant since) {}
