package parlance.user.contact;

import static parlance.contracts.ErrorCode.CONTACT_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Changes a contact: the fields that are given, lists as a whole. */
@Singleton
@HandlesRoute(Route.CONTACT_UPDATE)
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
    private final OptimisticRetry retry;
    private final ContactMatches matches;

    UpdateContact(ContactStore contacts, OptimisticRetry retry, ContactMatches matches) {
        this.contacts = contacts;
        this.retry = retry;
        this.matches = matches;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var updated = retry.run("contacts", () -> tryToUpdate(command));
        return HandlerResult.reply(new ContactView.One(matches.view(updated)));
    }

    /** Empty if another command has changed the contact since it was read. */
    private Optional<Contact> tryToUpdate(Command<Request> command) {
        var contact =
                contacts.find(command.caller(), command.request().id())
                        .orElseThrow(() -> new Rejection(CONTACT_NOT_FOUND));
        if (contact.knows(command.position())) {
            return Optional.of(contact);
        }
        var changed =
                contact.changed(
                        command.request().fields().over(contact.fields()).complete(),
                        command.acceptedAt().truncatedTo(ChronoUnit.MILLIS),
                        command.position());
        return contacts.replace(contact, changed) ? Optional.of(changed) : Optional.empty();
    }
}
