package parlance.push.notification;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.push.subscription.Provider;

/**
 * A {@link NotificationJob} in MongoDB.
 *
 * @param occasion what the notification says, as JSON; removed when the job is done
 * @param taker the worker that took the job last
 */
@MongoEntity(collection = "jobs")
public record NotificationJobDocument(
        @BsonId String id,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId,
        @BsonProperty("subscription") String subscriptionId,
        String provider,
        String state,
        @Nullable String occasion,
        Instant at,
        Instant due,
        Instant expires,
        int attempts,
        @Nullable String taker) {

    static NotificationJobDocument of(NotificationJob job) {
        return new NotificationJobDocument(
                job.id(),
                job.organizationId(),
                job.userId(),
                job.subscriptionId(),
                job.provider().label(),
                NotificationJobStore.WAITING,
                Json.write(job.notificationCause()),
                job.at(),
                job.due(),
                job.expires(),
                job.attempts(),
                null);
    }

    /** Of a job that is not done. */
    NotificationJob toNotificationJob() {
        return new NotificationJob(
                id,
                organizationId,
                userId,
                subscriptionId,
                Provider.of(provider),
                Json.read(Objects.requireNonNull(occasion), NotificationCause.class),
                at,
                due,
                expires,
                attempts);
    }
}
