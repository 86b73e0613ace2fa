package parlance.user.contact;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.Command;

/** Adds contacts, however a client calls that. */
@Singleton
public class ContactImporter {

    private final ContactStore contacts;
    private final ContactMatches matches;

    ContactImporter(ContactStore contacts, ContactMatches matches) {
        this.contacts = contacts;
        this.matches = matches;
    }

    /** In the order in which they were given; all of them or, if one is incomplete, none. */
    List<ContactView> add(Command<?> command, List<ContactFields> added) {
        var caller = command.caller();
        var at = command.acceptedAt().truncatedTo(ChronoUnit.MILLIS);
        var made = new ArrayList<Contact>();
        for (int i = 0; i < added.size(); i++) {
            made.add(
                    new Contact(
                            ContactId.derived(command.mintedId(), i),
                            caller.organizationId(),
                            caller.userId(),
                            added.get(i).complete(),
                            at,
                            at,
                            command.position()));
        }
        if (made.isEmpty()) {
            return List.of();
        }
        contacts.addOnce(made);
        var ids = made.stream().map(Contact::id).toList();
        var stored =
                contacts.find(caller, ids, null, ids.size()).stream()
                        .collect(Collectors.toMap(Contact::id, contact -> contact));
        return matches.views(
                caller.organizationId(),
                ids.stream().filter(stored::containsKey).map(stored::get).toList());
    }

    /** Nothing remains of a user who is no more. */
    public void forget(OrganizationId organizationId, UserId owner) {
        contacts.removeAll(organizationId, owner);
    }
}
