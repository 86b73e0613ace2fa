package parlance.user.organization;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.OrganizationId;

/** An {@link Organization} in MongoDB. */
@MongoEntity(collection = "organizations")
public record OrganizationDocument(
        @BsonId OrganizationId id,
        String name,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt) {}
