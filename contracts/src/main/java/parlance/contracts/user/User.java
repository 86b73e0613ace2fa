package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;

/**
 * A user as all clients see it (protocol 4.2). Rendered by user-service only.
 *
 * @param nativeId the same as {@code id}: one of the existing clients reads this name
 * @param recentActivity unix seconds
 * @param avatarUrl URL of the avatar image, in answers that show it; valid for some days
 */
public record User(
        @JsonProperty("_id") UserId id,
        @JsonProperty("native_id") UserId nativeId,
        @JsonProperty("login") String login,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("phone") @Nullable String phone,
        @JsonProperty("first_name") @Nullable String firstName,
        @JsonProperty("last_name") @Nullable String lastName,
        @JsonProperty("recent_activity") long recentActivity,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("avatar_object") @Nullable ImageRef avatar,
        @JsonProperty("avatar_url") @Nullable String avatarUrl) {

    /** A user without an avatar URL. */
    public User(
            UserId id,
            UserId nativeId,
            String login,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            long recentActivity,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                nativeId,
                login,
                email,
                phone,
                firstName,
                lastName,
                recentActivity,
                createdAt,
                updatedAt,
                null,
                null);
    }

    /** The same user with the URL of the avatar. */
    public User withAvatarUrl(String url) {
        return new User(
                id,
                nativeId,
                login,
                email,
                phone,
                firstName,
                lastName,
                recentActivity,
                createdAt,
                updatedAt,
                avatar,
                url);
    }
}
