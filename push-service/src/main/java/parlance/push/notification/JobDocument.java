package parlance.push.notification;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.push.subscription.Provider;

/** A job in the database. What it says is JSON text, removed when the job is done. */
@NullUnmarked
final class JobDocument {

    private JobDocument() {}

    static Document of(Job job) {
        return new Document("_id", job.id())
                .append("org", job.organizationId().value())
                .append("user", job.userId().value())
                .append("subscription", job.subscriptionId())
                .append("provider", job.provider().label())
                .append("state", JobStore.WAITING)
                .append("occasion", Json.write(job.occasion()))
                .append("at", Date.from(job.at()))
                .append("due", Date.from(job.due()))
                .append("expires", Date.from(job.expires()))
                .append("attempts", job.attempts());
    }

    static Job read(Document document) {
        return new Job(
                document.getString("_id"),
                new OrganizationId(document.getString("org")),
                new UserId(document.getString("user")),
                document.getString("subscription"),
                Provider.of(document.getString("provider")),
                Json.read(document.getString("occasion"), Occasion.class),
                document.getDate("at").toInstant(),
                document.getDate("due").toInstant(),
                document.getDate("expires").toInstant(),
                document.getInteger("attempts"));
    }
}
