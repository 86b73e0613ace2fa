package parlance.user.contact;

import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Adds one contact. */
@Singleton
@HandlesRoute(Route.CONTACT_ADD)
final class AddContact implements RequestHandler<ContactFields> {

    private final ContactImporter book;

    AddContact(ContactImporter book) {
        this.book = book;
    }

    @Override
    public HandlerResult handle(Command<ContactFields> command) {
        var added = book.add(command, List.of(command.request()));
        return HandlerResult.reply(new ContactView.One(added.getFirst()));
    }
}
