package parlance.push.notification;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import parlance.contracts.OrganizationId;
import parlance.kit.mongo.MongoStore;
import parlance.push.subscription.Provider;

/**
 * Jobs by device and cause. A job is taken for a while, which a crash gives back, and then claimed
 * just before it is sent, which nothing gives back: what was claimed is never sent again unless the
 * provider said that it did not take it.
 */
@Singleton
class NotificationJobStore extends MongoStore<NotificationJobDocument, String> {

    static final String WAITING = "waiting";
    private static final String CLAIMED = "claimed";
    private static final String DONE = "done";

    /** As long as the packet may come again: deliveries.offline keeps it for a day. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** After this long, whoever took a job and did not claim it has died. */
    private static final Duration TAKEN = Duration.ofSeconds(30);

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                // What a provider is due, the oldest first.
                new IndexModel(Indexes.ascending("provider", "state", "due")),
                // A done job is remembered until its cause cannot come again.
                new IndexModel(
                        Indexes.ascending("expires"),
                        new IndexOptions().expireAfter(REMEMBERED.toSeconds(), TimeUnit.SECONDS)));
    }

    /** Those that are here already stay as they are: sent, or on their way. */
    void addAll(Collection<NotificationJob> made) {
        addAllIfAbsent(made.stream().map(NotificationJobDocument::of).toList());
    }

    /**
     * What is due, the longest first; nobody else takes it for half a minute.
     *
     * @param paused organizations that are left out
     */
    List<NotificationJob> take(
            Provider provider, Instant now, int limit, Set<OrganizationId> paused) {
        var due =
                new Document("provider", provider.label())
                        .append("state", WAITING)
                        .append("due", new Document("$lte", now))
                        .append("org", new Document("$nin", List.copyOf(paused)));
        var taker = UUID.randomUUID().toString();
        var takes = new ArrayList<UpdateOneModel<NotificationJobDocument>>();
        var ids = new ArrayList<String>();
        for (var job : collection().find(due).sort(new Document("due", 1)).limit(limit)) {
            ids.add(job.id());
            takes.add(take(job, taker, now.plus(TAKEN)));
        }
        if (takes.isEmpty()) {
            return List.of();
        }
        writeAll(takes);
        var taken = new Document("_id", new Document("$in", ids)).append("taker", taker);
        return list(taken, new Document("at", 1)).stream()
                .map(NotificationJobDocument::toNotificationJob)
                .toList();
    }

    /** Only if no other worker took it since it was found. */
    private static UpdateOneModel<NotificationJobDocument> take(
            NotificationJobDocument job, String taker, Instant until) {
        return new UpdateOneModel<>(
                new Document("_id", job.id()).append("state", WAITING).append("due", job.due()),
                new Document("$set", new Document("due", until).append("taker", taker)));
    }

    /**
     * From here on it counts as sent.
     *
     * @return whether this is the first to say so
     */
    boolean claim(NotificationJob taken) {
        var claimed = new Document("$set", new Document("state", CLAIMED));
        return collection().updateOne(waiting(taken), claimed).getModifiedCount() == 1;
    }

    /** It is over, one way or the other; what it said is forgotten. */
    void finish(NotificationJob job) {
        collection()
                .updateOne(
                        new Document("_id", job.id()),
                        new Document("$set", new Document("state", DONE))
                                .append("$unset", new Document("occasion", "")));
    }

    /** The provider did not take it. */
    void retry(NotificationJob job, Instant due) {
        collection()
                .updateOne(
                        new Document("_id", job.id()),
                        new Document("$set", new Document("state", WAITING).append("due", due))
                                .append("$inc", new Document("attempts", 1)));
    }

    /** Nothing could be found out about them; nothing was sent. */
    void putBack(Collection<NotificationJob> taken, Instant due) {
        var later = new Document("$set", new Document("due", due));
        taken.forEach(job -> collection().updateOne(waiting(job), later));
    }

    private static Document waiting(NotificationJob job) {
        return new Document("_id", job.id()).append("state", WAITING);
    }
}
