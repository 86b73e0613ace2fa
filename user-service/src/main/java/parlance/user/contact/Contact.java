package parlance.user.contact;

import java.time.Instant;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/**
 * An entry in a user's address book.
 *
 * @param changedBy where the command stands that made it what it is
 */
record Contact(
        ContactId id,
        OrganizationId organizationId,
        UserId owner,
        ContactFields fields,
        Instant createdAt,
        Instant updatedAt,
        Position changedBy) {

    Contact changed(ContactFields newFields, Instant at, Position position) {
        return new Contact(id, organizationId, owner, newFields, createdAt, at, position);
    }

    /** A command that is not newer was done before, or was overtaken by a later one. */
    boolean knows(Position position) {
        return changedBy.stream().equals(position.stream()) && !position.isAfter(changedBy);
    }
}
