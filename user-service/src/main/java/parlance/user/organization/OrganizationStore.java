package parlance.user.organization;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.kit.OrganizationSettings;

/** The organizations in MongoDB. */
@Singleton
public final class OrganizationStore {

    private final MongoCollection<Document> organizations;
    private final OrganizationSettings config;
    private final Clock clock;

    OrganizationStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OrganizationSettings config,
            Clock clock) {
        this.organizations = mongo.getDatabase(database).getCollection("organizations");
        this.config = config;
        this.clock = clock;
    }

    /** Before the first command is read. */
    void prepare(@Observes @Priority(1) StartupEvent start) {
        organizations.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        var now = Date.from(clock.instant());
        organizations.updateOne(
                new Document("_id", config.defaultOrganizationId()),
                new Document(
                        "$setOnInsert",
                        new Document("name", config.defaultOrganizationId())
                                .append("created_at", now)
                                .append("updated_at", now)),
                new UpdateOptions().upsert(true));
    }

    /** Empty if another has this name. */
    Optional<Organization> add(String name) {
        var id = new ObjectId().toHexString();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            organizations.insertOne(
                    new Document("_id", id)
                            .append("name", name)
                            .append("created_at", Date.from(now))
                            .append("updated_at", Date.from(now)));
            return Optional.of(new Organization(new OrganizationId(id), name, now, now));
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    public boolean includes(OrganizationId id) {
        return organizations.find(new Document("_id", id.value())).first() != null;
    }
}
