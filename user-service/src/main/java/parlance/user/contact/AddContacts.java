package parlance.user.contact;

import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Adds many contacts, under the contract's own name for it: the bare list. */
@Singleton
@Answers(Route.CONTACTS)
final class AddContacts implements RequestHandler<AddContacts.Request> {

    record Request(@NotNull @Size(max = 1_000) List<@Valid ContactFields> contacts) {}

    private final ContactBook book;

    AddContacts(ContactBook book) {
        this.book = book;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var added = book.add(command, command.request().contacts());
        return Outcome.reply(new ContactView.Many(added));
    }
}
