package parlance.gateway.admin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Rejection;

/** The people in whose name administrators act. */
@Singleton
final class ImpersonatedUsers {

    /** What an administrator does is done from no device, in no session. */
    private static final DeviceId NO_DEVICE = new DeviceId("admin");

    private static final SessionId NO_SESSION = new SessionId("admin");

    private final UserLookup users;

    ImpersonatedUsers(UserLookup users) {
        this.users = users;
    }

    /**
     * @throws Rejection if the organization has no such user
     */
    Caller get(OrganizationId organization, UserId id) {
        return Optional.ofNullable(users.find(organization, List.of(id)).get(id))
                .map(user -> new Caller(organization, id, user.login(), NO_DEVICE, NO_SESSION))
                .orElseThrow(() -> new Rejection(ErrorCode.USER_NOT_FOUND));
    }
}
