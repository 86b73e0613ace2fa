package parlance.user.contact;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Removes a contact; one that is not there is removed as well. */
@Singleton
@HandlesRoute(Route.CONTACT_DELETE)
final class DeleteContact implements RequestHandler<DeleteContact.Request> {

    record Request(@NotNull(message = "CONTACT_ID_MISSED") ContactId id) {}

    private final ContactStore contacts;

    DeleteContact(ContactStore contacts) {
        this.contacts = contacts;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        contacts.remove(command.caller(), command.request().id());
        return HandlerResult.success();
    }
}
