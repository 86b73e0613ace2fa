package parlance.user.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.contracts.user.UserEvent.UserSaved;

/**
 * A user as only this service knows one.
 *
 * @param recentActivity when the user was last here
 * @param version grows with each change
 * @param changedBy where the owner's last command stands
 * @param signedUpOn the device that the owner's sign-up named, if it named one
 * @param suspended an administrator keeps the user from signing in
 */
public record Account(
        UserId id,
        OrganizationId organizationId,
        Profile profile,
        String passwordHash,
        Instant recentActivity,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Position changedBy,
        boolean suspended,
        @Nullable DeviceId signedUpOn) {

    /** Where there is no command of the owner's yet. */
    private static final Position NO_COMMAND = new Position("none", 0, 0);

    /** One that an administrator or a trusted issuer opens. */
    public static Account provisioned(
            UserId id,
            OrganizationId organizationId,
            Profile profile,
            String passwordHash,
            Instant now) {
        return opened(id, organizationId, profile, passwordHash, now, NO_COMMAND, null);
    }

    static Account opened(
            UserId id,
            OrganizationId organizationId,
            Profile profile,
            String passwordHash,
            Instant now,
            Position position,
            @Nullable DeviceId signedUpOn) {
        return new Account(
                id,
                organizationId,
                profile,
                passwordHash,
                now,
                now,
                now,
                1,
                position,
                false,
                signedUpOn);
    }

    Account changed(Profile newProfile, String newPasswordHash, Instant now, Position position) {
        return new Account(
                id,
                organizationId,
                newProfile,
                newPasswordHash,
                recentActivity,
                createdAt,
                now,
                version + 1,
                position,
                suspended,
                signedUpOn);
    }

    public Account withSuspended(boolean isSuspended, Instant now) {
        return new Account(
                id,
                organizationId,
                profile,
                passwordHash,
                recentActivity,
                createdAt,
                now,
                version + 1,
                changedBy,
                isSuspended,
                signedUpOn);
    }

    /** The same for an administrator: the last command of the owner's stays the last. */
    public Account changed(Profile newProfile, String newPasswordHash, Instant now) {
        return changed(newProfile, newPasswordHash, now, changedBy);
    }

    /** Whether this is what the sign-up has made, and nothing has changed it since. */
    boolean isAsSignedUpOn(DeviceId device, Profile claimed) {
        return version == 1 && device.equals(signedUpOn) && profile.equals(claimed);
    }

    /** A command that is not newer was done before, or was overtaken by a later one. */
    boolean knows(Position position) {
        return changedBy.stream().equals(position.stream()) && !position.isAfter(changedBy);
    }

    /** As other users see it, without the URL of the picture. */
    public User user() {
        return new User(
                id,
                id,
                profile.login(),
                profile.email(),
                profile.phone(),
                profile.firstName(),
                profile.lastName(),
                recentActivity.getEpochSecond(),
                createdAt,
                updatedAt,
                profile.avatar(),
                null);
    }

    public UserSaved saved() {
        return new UserSaved(id, organizationId, version, user());
    }
}
