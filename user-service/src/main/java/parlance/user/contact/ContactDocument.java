package parlance.user.contact;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.mongo.NullsStored;

/** A {@link Contact} in MongoDB. */
@MongoEntity(collection = "contacts")
@NullsStored
public record ContactDocument(
        @BsonId ObjectId id,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId owner,
        @BsonProperty("first_name") @Nullable String firstName,
        @BsonProperty("last_name") @Nullable String lastName,
        @Nullable String company,
        @Nullable List<Value> email,
        @Nullable List<Value> phone,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt,
        @BsonProperty("changed_by") Position changedBy) {

    /** See {@link ContactValue}. */
    public record Value(String type, String value) {}

    static ContactDocument of(Contact contact) {
        var fields = contact.fields();
        return new ContactDocument(
                new ObjectId(contact.id().value()),
                contact.organizationId(),
                contact.owner(),
                fields.firstName(),
                fields.lastName(),
                fields.company(),
                stored(fields.email()),
                stored(fields.phone()),
                contact.createdAt(),
                contact.updatedAt(),
                contact.changedBy());
    }

    Contact toContact() {
        return new Contact(
                new ContactId(id.toHexString()),
                organizationId,
                owner,
                new ContactFields(firstName, lastName, company, read(email), read(phone)),
                createdAt,
                updatedAt,
                changedBy);
    }

    private static @Nullable List<Value> stored(@Nullable List<ContactValue> values) {
        return values == null
                ? null
                : values.stream().map(value -> new Value(value.type(), value.value())).toList();
    }

    private static @Nullable List<ContactValue> read(@Nullable List<Value> values) {
        return values == null
                ? null
                : values.stream()
                        .map(value -> new ContactValue(value.type(), value.value()))
                        .toList();
    }
}
