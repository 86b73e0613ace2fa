package parlance.user.contact;

import static parlance.contracts.ErrorCode.CONTACT_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Changes a contact: the fields that are given, lists as a whole. */
@Singleton
@Answers(Route.CONTACT_UPDATE)
final class UpdateContact implements RequestHandler<UpdateContact.Request> {

    record Request(
            @NotNull(message = "CONTACT_ID_MISSED") ContactId id,
            @JsonProperty("first_name") @Size(min = 2, max = 255) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 2, max = 255) @Nullable String lastName,
            @Size(min = 2, max = 255) @Nullable String company,
            @Size(max = 100) @Nullable List<@Valid ContactValue> email,
            @Size(max = 100) @Nullable List<@Valid ContactValue> phone) {

        ContactFields fields() {
            return new ContactFields(firstName, lastName, company, email, phone);
        }
    }

    private final ContactStore contacts;
    private final ContactMatches matches;

    UpdateContact(ContactStore contacts, ContactMatches matches) {
        this.contacts = contacts;
        this.matches = matches;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        return Outcome.reply(new ContactView.One(matches.view(update(command))));
    }

    private Contact update(Command<Request> command) {
        var request = command.request();
        while (true) {
            var contact =
                    contacts.find(command.caller(), request.id())
                            .orElseThrow(() -> new Rejection(CONTACT_NOT_FOUND));
            if (contact.knows(command.position())) {
                return contact;
            }
            var changed =
                    contact.changed(
                            request.fields().over(contact.fields()).complete(),
                            command.acceptedAt().truncatedTo(ChronoUnit.MILLIS),
                            command.position());
            if (contacts.replace(contact, changed)) {
                return changed;
            }
        }
    }
}
