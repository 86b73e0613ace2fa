package parlance.push.notification;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.push.subscription.Provider;

/**
 * Jobs by device and cause. A job is taken for a while, which a crash gives back, and then claimed
 * just before it is sent, which nothing gives back: what was claimed is never sent again unless the
 * provider said that it did not take it.
 */
@Singleton
class JobStore {

    static final String WAITING = "waiting";
    private static final String CLAIMED = "claimed";
    private static final String DONE = "done";

    private static final int BEFORE_COMMANDS = 100;

    /** As long as the packet may come again: deliveries.offline keeps it for a day. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** After this long, whoever took a job and did not claim it has died. */
    private static final Duration TAKEN = Duration.ofSeconds(30);

    private final MongoCollection<Document> jobs;

    JobStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.jobs = mongo.getDatabase(database).getCollection("jobs");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // What a provider is due, the oldest first.
        jobs.createIndex(Indexes.ascending("provider", "state", "due"));
        // A done job is remembered until its cause cannot come again.
        jobs.createIndex(
                Indexes.ascending("expires"),
                new IndexOptions().expireAfter(REMEMBERED.toSeconds(), TimeUnit.SECONDS));
    }

    /** Those that are here already stay as they are: sent, or on their way. */
    void addAll(Collection<Job> made) {
        if (made.isEmpty()) {
            return;
        }
        try {
            jobs.insertMany(
                    made.stream().map(JobDocument::of).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (!areAllKnown(failure)) {
                throw failure;
            }
        }
    }

    private static boolean areAllKnown(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /**
     * What is due, the longest first; nobody else takes it for half a minute.
     *
     * @param paused organizations that are left out
     */
    List<Job> take(Provider provider, Instant now, int limit, Set<OrganizationId> paused) {
        var due =
                and(
                        eq("provider", provider.label()),
                        eq("state", WAITING),
                        lte("due", Date.from(now)),
                        nin("org", paused.stream().map(OrganizationId::value).toList()));
        var found = jobs.find(due).sort(new Document("due", 1)).limit(limit);
        var taker = UUID.randomUUID().toString();
        var takes = new ArrayList<UpdateOneModel<Document>>();
        var ids = new ArrayList<String>();
        for (var job : found) {
            ids.add(job.getString("_id"));
            takes.add(take(job, taker, now.plus(TAKEN)));
        }
        if (takes.isEmpty()) {
            return List.of();
        }
        jobs.bulkWrite(takes, new BulkWriteOptions().ordered(false));
        return jobs.find(and(in("_id", ids), eq("taker", taker)))
                .sort(new Document("at", 1))
                .map(JobDocument::read)
                .into(new ArrayList<>());
    }

    /** Only if nobody else took it since it was found. */
    private static UpdateOneModel<Document> take(Document job, String taker, Instant until) {
        return new UpdateOneModel<>(
                new Document("_id", job.getString("_id"))
                        .append("state", WAITING)
                        .append("due", job.getDate("due")),
                new Document("$set", new Document("due", Date.from(until)).append("taker", taker)));
    }

    /**
     * From here on it counts as sent.
     *
     * @return whether this is the first to say so
     */
    boolean claim(Job taken) {
        return jobs.updateOne(waiting(taken), new Document("$set", new Document("state", CLAIMED)))
                        .getModifiedCount()
                == 1;
    }

    /** It is over, one way or the other; what it said is forgotten. */
    void finish(Job job) {
        jobs.updateOne(
                eq(job.id()),
                new Document("$set", new Document("state", DONE))
                        .append("$unset", new Document("occasion", "")));
    }

    /** The provider did not take it. */
    void retry(Job job, Instant due) {
        jobs.updateOne(
                eq(job.id()),
                new Document("$set", new Document("state", WAITING).append("due", Date.from(due)))
                        .append("$inc", new Document("attempts", 1)));
    }

    /** Nothing could be found out about them; nothing was sent. */
    void putBack(Collection<Job> taken, Instant due) {
        taken.forEach(job ->
                jobs.updateOne(
                        waiting(job), new Document("$set", new Document("due", Date.from(due)))));
    }

    private static Document waiting(Job job) {
        return new Document("_id", job.id()).append("state", WAITING);
    }
}
