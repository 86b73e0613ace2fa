package parlance.user.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.FileId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.file.Picture;

/**
 * An {@link Account} in MongoDB. The key fields hold what uniqueness compares; where there is
 * nothing to compare they hold a text of their own, as a unique index knows no "absent".
 */
final class AccountDocument {

    private AccountDocument() {}

    static Document of(Account account) {
        var profile = account.profile();
        return new Document("_id", new ObjectId(account.id().value()))
                .append("org", account.organizationId().value())
                .append("login", profile.login())
                .append("email", profile.email())
                .append("phone", profile.phone())
                .append("first_name", profile.firstName())
                .append("last_name", profile.lastName())
                .append("avatar", of(profile.avatar()))
                .append("pieces", List.copyOf(SearchPieces.of(profile)))
                .append("login_key", key(profile.login(), account.id()))
                .append("email_key", key(profile.email(), account.id()))
                .append("phone_key", key(profile.phone(), account.id()))
                .append("password_hash", account.passwordHash())
                .append("recent_activity", Date.from(account.recentActivity()))
                .append("created_at", Date.from(account.createdAt()))
                .append("updated_at", Date.from(account.updatedAt()))
                .append("version", account.version())
                .append("changed_by", account.changedBy().toString())
                .append("suspended", account.suspended());
    }

    static Account toAccount(Document document) {
        return new Account(
                new UserId(document.getObjectId("_id").toHexString()),
                new OrganizationId(document.getString("org")),
                new Profile(
                        document.getString("login"),
                        document.getString("email"),
                        document.getString("phone"),
                        document.getString("first_name"),
                        document.getString("last_name"),
                        avatar(document.get("avatar", Document.class))),
                document.getString("password_hash"),
                instant(document, "recent_activity"),
                instant(document, "created_at"),
                instant(document, "updated_at"),
                document.getLong("version"),
                Position.parse(document.getString("changed_by")),
                document.getBoolean("suspended", false));
    }

    /** Those that can be ids at all. */
    static List<ObjectId> objectIds(Collection<UserId> ids) {
        return ids.stream()
                .map(UserId::value)
                .filter(MintedId::isWellFormed)
                .map(ObjectId::new)
                .toList();
    }

    /** The first sign keeps what is there apart from what stands for nothing. */
    static String key(@Nullable String value, UserId owner) {
        return value == null ? "-" + owner : keyOf(value);
    }

    static String keyOf(String value) {
        return "=" + Profile.key(value);
    }

    private static @Nullable Document of(@Nullable Picture avatar) {
        return avatar == null
                ? null
                : new Document("file_id", avatar.fileId().value())
                        .append("file_name", avatar.fileName())
                        .append("file_blur_hash", avatar.fileBlurHash());
    }

    private static @Nullable Picture avatar(@Nullable Document avatar) {
        return avatar == null
                ? null
                : new Picture(
                        new FileId(avatar.getString("file_id")),
                        avatar.getString("file_name"),
                        avatar.getString("file_blur_hash"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
