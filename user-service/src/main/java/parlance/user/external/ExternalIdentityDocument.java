package parlance.user.external;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/**
 * Which user an issuer's subject is, in MongoDB.
 *
 * @param subject the hash of organization, issuer and subject
 */
@MongoEntity(collection = "external_identities")
public record ExternalIdentityDocument(
        @BsonId String subject,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId) {}
