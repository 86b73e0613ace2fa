package parlance.push.event;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import parlance.kit.mongo.MongoStore;

/** What was asked for, for a month: only a command that comes again reads it. */
@Singleton
class PushEventStore extends MongoStore<PushEventDocument, String> {

    private static final long KEPT_DAYS = 30;

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(
                        Indexes.ascending("created_at"),
                        new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS)));
    }

    Optional<PushEvent> findEvent(String id) {
        return findByIdOptional(id).map(PushEventDocument::toPushEvent);
    }

    /** Once: the second time nothing happens. */
    void addOnce(PushEvent event) {
        addIfAbsent(PushEventDocument.of(event));
    }
}
