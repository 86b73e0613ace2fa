package parlance.user.external;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.ExternalUser;

/** Who is whom: an issuer's subject, as a hash, and our user. */
@Singleton
public class ExternalIdentityStore {

    private final MongoCollection<Document> identities;

    ExternalIdentityStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        identities = mongo.getDatabase(database).getCollection("external_identities");
    }

    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        identities.createIndex(Indexes.ascending("user"));
    }

    /** The user's id, which is {@code newId} if the subject is seen for the first time. */
    UserId idOf(ExternalUser who, UserId newId) {
        var known =
                identities.findOneAndUpdate(
                        new Document("_id", keyOf(who)),
                        new Document(
                                "$setOnInsert",
                                new Document("org", who.organizationId().value())
                                        .append("user", newId.value())),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        return new UserId(Objects.requireNonNull(known).getString("user"));
    }

    /** Whoever comes again with the same subject is somebody new. */
    public void forget(OrganizationId organizationId, UserId user) {
        identities.deleteMany(
                new Document("user", user.value()).append("org", organizationId.value()));
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
