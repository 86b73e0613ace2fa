package parlance.user.contact;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.user.account.AccountStore;

/** Shows contacts with the registered users whose email or phone they hold. */
@Singleton
class ContactMatches {

    private final AccountStore accounts;

    ContactMatches(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** In the same order, after two look-ups however many there are. */
    List<ContactView> views(OrganizationId organizationId, List<Contact> contacts) {
        var emails = values(contacts, ContactFields::email);
        var phones = values(contacts, ContactFields::phone);
        var byEmail = accounts.ownersOfEmails(organizationId, emails);
        var byPhone = accounts.ownersOfPhones(organizationId, phones);
        return contacts.stream().map(contact -> view(contact, byEmail, byPhone)).toList();
    }

    ContactView view(Contact contact) {
        return views(contact.organizationId(), List.of(contact)).getFirst();
    }

    private static Collection<String> values(
            List<Contact> contacts, Function<ContactFields, @Nullable List<ContactValue>> field) {
        return contacts.stream()
                .map(Contact::fields)
                .map(field)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(ContactValue::value)
                .distinct()
                .toList();
    }

    private static ContactView view(
            Contact contact, Map<String, UserId> byEmail, Map<String, UserId> byPhone) {
        var fields = contact.fields();
        return new ContactView(
                contact.id(),
                contact.organizationId(),
                contact.owner(),
                fields.firstName(),
                fields.lastName(),
                fields.company(),
                matched(fields.email(), byEmail),
                matched(fields.phone(), byPhone),
                contact.createdAt(),
                contact.updatedAt());
    }

    private static @Nullable List<ContactView.Value> matched(
            @Nullable List<ContactValue> values, Map<String, UserId> owners) {
        return values == null
                ? null
                : values.stream()
                        .map(entry ->
                                new ContactView.Value(
                                        entry.type(), entry.value(), owners.get(entry.value())))
                        .toList();
    }
}
