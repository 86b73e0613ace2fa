package parlance.user.contact;

import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Adds many contacts: a list, or an object with one. Clients know the request by two names. */
@Singleton
@HandlesRoute({Route.CONTACTS, Route.CONTACT_BATCH_ADD})
final class AddContacts implements RequestHandler<AddContacts.Request> {

    record Request(@NotNull @Size(max = 1_000) List<@Valid ContactFields> contacts) {}

    private final ContactImporter book;

    AddContacts(ContactImporter book) {
        this.book = book;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var added = book.add(command, command.request().contacts());
        return HandlerResult.reply(new ContactView.Many(added));
    }
}
