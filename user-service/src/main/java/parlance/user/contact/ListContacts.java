package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** The caller's contacts, newest first. */
@Singleton
@HandlesRoute(Route.CONTACT_LIST)
final class ListContacts implements RequestHandler<ListContacts.Request> {

    private static final int DEFAULT_LIMIT = 100;

    record Request(
            @JsonProperty("updated_at") @Nullable RawJson updatedAt,
            @Min(1) @Max(100) @Nullable Integer limit,
            @Size(max = 10) @Nullable List<ContactId> ids) {}

    private final ContactStore contacts;
    private final ContactMatches matches;

    ListContacts(ContactStore contacts, ContactMatches matches) {
        this.contacts = contacts;
        this.matches = matches;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var limit = request.limit() == null ? DEFAULT_LIMIT : request.limit();
        var updated = TimeRange.parse(request.updatedAt());
        var found = contacts.find(command.caller(), request.ids(), updated, limit);
        var views = matches.views(command.caller().organizationId(), found);
        return HandlerResult.reply(new ContactView.Many(views));
    }
}
