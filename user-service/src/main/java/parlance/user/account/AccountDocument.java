package parlance.user.account;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;
import parlance.kit.mongo.NullsStored;

/**
 * An {@link Account} in MongoDB. The key fields hold what uniqueness compares; where there is
 * nothing to compare they hold a text of their own, as a unique index knows no "absent".
 *
 * @param pieces what a search finds the account by; searches do not read it
 * @param loginSkeleton what logins that look alike have in common; absent in accounts that have not
 *     been changed since before there was one
 * @param suspended absent in accounts that were stored before there were suspensions
 */
@MongoEntity(collection = "accounts")
@NullsStored
public record AccountDocument(
        @BsonId UserId id,
        @BsonProperty("org") OrganizationId organizationId,
        String login,
        @Nullable String email,
        @Nullable String phone,
        @BsonProperty("first_name") @Nullable String firstName,
        @BsonProperty("last_name") @Nullable String lastName,
        @Nullable Avatar avatar,
        @Nullable List<String> pieces,
        @BsonProperty("login_key") String loginKey,
        @BsonProperty("login_skeleton") @Nullable String loginSkeleton,
        @BsonProperty("email_key") String emailKey,
        @BsonProperty("phone_key") String phoneKey,
        @BsonProperty("password_hash") String passwordHash,
        @BsonProperty("recent_activity") Instant recentActivity,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt,
        long version,
        @BsonProperty("changed_by") Position changedBy,
        @Nullable Boolean suspended,
        @BsonProperty("signed_up_on") @Nullable DeviceId signedUpOn) {

    /** See {@link ImageRef}. */
    @NullsStored
    public record Avatar(
            @BsonProperty("file_id") @BsonRepresentation(BsonType.STRING) FileId fileId,
            @BsonProperty("file_name") @Nullable String fileName,
            @BsonProperty("file_blur_hash") @Nullable String fileBlurHash) {

        static Avatar of(ImageRef image) {
            return new Avatar(image.fileId(), image.fileName(), image.fileBlurHash());
        }

        ImageRef toImageRef() {
            return new ImageRef(fileId, fileName, fileBlurHash);
        }
    }

    static AccountDocument of(Account account) {
        var profile = account.profile();
        return new AccountDocument(
                account.id(),
                account.organizationId(),
                profile.login(),
                profile.email(),
                profile.phone(),
                profile.firstName(),
                profile.lastName(),
                profile.avatar() == null ? null : Avatar.of(profile.avatar()),
                List.copyOf(NGrams.of(profile)),
                key(profile.login(), account.id()),
                LookAlikes.skeletonOf(profile.login()),
                key(profile.email(), account.id()),
                key(profile.phone(), account.id()),
                account.passwordHash(),
                account.recentActivity(),
                account.createdAt(),
                account.updatedAt(),
                account.version(),
                account.changedBy(),
                account.suspended(),
                account.signedUpOn());
    }

    Account toAccount() {
        return new Account(
                id,
                organizationId,
                new Profile(
                        login,
                        email,
                        phone,
                        firstName,
                        lastName,
                        avatar == null ? null : avatar.toImageRef()),
                passwordHash,
                recentActivity,
                createdAt,
                updatedAt,
                version,
                changedBy,
                Boolean.TRUE.equals(suspended),
                signedUpOn);
    }

    /** The first character keeps a text that is there apart from one that stands for none. */
    private static String key(@Nullable String value, UserId owner) {
        return value == null ? "-" + owner : keyOf(value);
    }

    static String keyOf(String value) {
        return "=" + Profile.key(value);
    }
}
