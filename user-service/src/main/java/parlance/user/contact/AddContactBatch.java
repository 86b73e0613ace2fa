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

/** Adds many contacts: a list, or an object with one. */
@Singleton
@Answers(Route.CONTACT_BATCH_ADD)
final class AddContactBatch implements RequestHandler<AddContactBatch.Request> {

    record Request(@NotNull @Size(max = 1_000) List<@Valid ContactFields> contacts) {}

    private final ContactBook book;

    AddContactBatch(ContactBook book) {
        this.book = book;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var added = book.add(command, command.request().contacts());
        return Outcome.reply(new ContactView.Many(added));
    }
}
