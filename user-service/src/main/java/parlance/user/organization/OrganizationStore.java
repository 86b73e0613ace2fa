package parlance.user.organization;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.OrganizationId;
import parlance.kit.OrganizationSettings;
import parlance.kit.mongo.MongoStore;

/** The organizations in MongoDB. */
@Singleton
public final class OrganizationStore extends MongoStore<OrganizationDocument, OrganizationId> {

    private static final int BEFORE_CONSUMERS = 1;

    private final OrganizationSettings config;
    private final Clock clock;

    OrganizationStore(OrganizationSettings config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("name"), new IndexOptions().unique(true)));
    }

    /** Adds the default organization, unless an earlier start did. */
    void addDefault(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent start) {
        var now = clock.instant();
        var added =
                new Document("name", config.defaultOrganizationId())
                        .append("created_at", now)
                        .append("updated_at", now);
        collection()
                .updateOne(
                        new Document("_id", config.defaultOrganizationId()),
                        new Document("$setOnInsert", added),
                        UPSERT);
    }

    /** Empty if another has this name. */
    Optional<Organization> add(String name) {
        var id = new OrganizationId(new ObjectId().toHexString());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return addIfAbsent(new OrganizationDocument(id, name, now, now))
                ? Optional.of(new Organization(id, name, now, now))
                : Optional.empty();
    }

    public boolean includes(OrganizationId id) {
        return findByIdOptional(id).isPresent();
    }
}
