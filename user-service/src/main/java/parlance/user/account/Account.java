package parlance.user.account;

import java.time.Instant;
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
 * @param changedBy where the command stands that made it what it is
 */
record Account(
        UserId id,
        OrganizationId organizationId,
        Profile profile,
        String passwordHash,
        Instant recentActivity,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Position changedBy) {

    static Account opened(
            UserId id,
            OrganizationId organizationId,
            Profile profile,
            String passwordHash,
            Instant now,
            Position position) {
        return new Account(id, organizationId, profile, passwordHash, now, now, now, 1, position);
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
                position);
    }

    /** The same by somebody else's hand: the last command of the owner's stays the last. */
    Account changed(Profile newProfile, String newPasswordHash, Instant now) {
        return changed(newProfile, newPasswordHash, now, changedBy);
    }

    /** A command that is not newer was done before, or was overtaken by a later one. */
    boolean knows(Position position) {
        return changedBy.stream().equals(position.stream()) && !position.isAfter(changedBy);
    }

    /** As everybody sees it, without the URL of the picture. */
    User user() {
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

    UserSaved saved() {
        return new UserSaved(id, organizationId, version, user());
    }
}
