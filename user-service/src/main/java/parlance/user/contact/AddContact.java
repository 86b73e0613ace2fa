package parlance.user.contact;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Adds one contact. */
@Singleton
@Answers(Route.CONTACT_ADD)
final class AddContact implements RequestHandler<ContactFields> {

    private final ContactBook book;

    AddContact(ContactBook book) {
        this.book = book;
    }

    @Override
    public Outcome handle(Command<ContactFields> command) {
        var added = book.add(command, List.of(command.request()));
        return Outcome.reply(new ContactView.One(added.getFirst()));
    }
}
