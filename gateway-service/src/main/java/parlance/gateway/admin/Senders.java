package parlance.gateway.admin;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.user.UserQuery;
import parlance.kit.Rejection;

/** The people in whose name administrators act. */
@Singleton
final class Senders {

    /** What an administrator does is done from no device, in no session. */
    private static final DeviceId NO_DEVICE = new DeviceId("admin");

    private static final SessionId NO_SESSION = new SessionId("admin");

    private final UserClient users;

    Senders(@RestClient UserClient users) {
        this.users = users;
    }

    /**
     * @throws Rejection if the organization has no such user
     */
    Caller get(OrganizationId organization, UserId id) {
        if (!MintedId.isWellFormed(id.value())) {
            throw new Rejection(ErrorCode.USER_NOT_FOUND);
        }
        return users.find(new UserQuery(organization, List.of(id))).users().stream()
                .findFirst()
                .map(user -> new Caller(organization, id, user.login(), NO_DEVICE, NO_SESSION))
                .orElseThrow(() -> new Rejection(ErrorCode.USER_NOT_FOUND));
    }
}
