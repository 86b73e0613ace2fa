package parlance.user.contact;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** A {@link Contact} in MongoDB. */
final class ContactDocument {

    private ContactDocument() {}

    static Document of(Contact contact) {
        var fields = contact.fields();
        return new Document("_id", new ObjectId(contact.id().value()))
                .append("org", contact.organizationId().value())
                .append("user", contact.owner().value())
                .append("first_name", fields.firstName())
                .append("last_name", fields.lastName())
                .append("company", fields.company())
                .append("email", of(fields.email()))
                .append("phone", of(fields.phone()))
                .append("created_at", Date.from(contact.createdAt()))
                .append("updated_at", Date.from(contact.updatedAt()))
                .append("changed_by", contact.changedBy().toString());
    }

    static Contact toContact(Document document) {
        return new Contact(
                new ContactId(document.getObjectId("_id").toHexString()),
                new OrganizationId(document.getString("org")),
                new UserId(document.getString("user")),
                new ContactFields(
                        document.getString("first_name"),
                        document.getString("last_name"),
                        document.getString("company"),
                        values(document, "email"),
                        values(document, "phone")),
                document.getDate("created_at").toInstant(),
                document.getDate("updated_at").toInstant(),
                Position.parse(document.getString("changed_by")));
    }

    private static @Nullable List<Document> of(@Nullable List<ContactValue> values) {
        return values == null
                ? null
                : values.stream()
                        .map(value ->
                                new Document("type", value.type()).append("value", value.value()))
                        .toList();
    }

    private static @Nullable List<ContactValue> values(Document document, String field) {
        var values = document.getList(field, Document.class);
        return values == null
                ? null
                : values.stream()
                        .map(value ->
                                new ContactValue(value.getString("type"), value.getString("value")))
                        .toList();
    }
}
