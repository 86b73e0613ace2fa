package parlance.user.external;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.internalapi.user.ExternalUser;
import parlance.kit.mongo.MongoStore;

/** Who is whom: an issuer's subject, as a hash, and our user. */
@Singleton
public class ExternalIdentityStore extends MongoStore<ExternalIdentityDocument, String> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("user")));
    }

    /** The user's id, which is {@code newId} if the subject is seen for the first time. */
    UserId idOf(ExternalUser who, UserId newId) {
        var added = new Document("org", who.organizationId()).append("user", newId.value());
        var known =
                collection()
                        .findOneAndUpdate(
                                new Document("_id", keyOf(who)),
                                new Document("$setOnInsert", added),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(known).userId();
    }

    /** A user who comes again with the same subject gets a new account. */
    public void forget(OrganizationId organizationId, UserId user) {
        delete(new Document("user", user.value()).append("org", organizationId));
    }

    private static String keyOf(ExternalUser who) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            // Only the last may hold a line break, so no two triples look the same.
            var text = String.join("\n", who.organizationId().value(), who.issuer(), who.subject());
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
