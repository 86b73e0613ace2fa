package parlance.user.account;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** The accounts in MongoDB. */
@Singleton
public class AccountStore {

    private final MongoCollection<Document> accounts;

    AccountStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        accounts = mongo.getDatabase(database).getCollection("accounts");
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        var unique = new IndexOptions().unique(true);
        accounts.createIndex(ascending("org", "login_key"), unique);
        accounts.createIndex(ascending("org", "email_key"), unique);
        accounts.createIndex(ascending("org", "phone_key"), unique);
    }

    /** For an account that no command makes. */
    public UserId newId() {
        return new UserId(new ObjectId().toHexString());
    }

    /**
     * Adds the account, or finds the one that the same command made before. Empty if its login,
     * email or phone is somebody else's.
     */
    public Optional<Account> addOnce(Account account) {
        try {
            accounts.insertOne(AccountDocument.of(account));
            return Optional.of(account);
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // The minted id is unique to the command: whoever has it already is its own work.
            return find(account.organizationId(), account.id());
        }
    }

    /** What became of a change. */
    enum Change {
        DONE,
        /** Login, email or phone is somebody else's. */
        TAKEN,
        /** The account has been changed, or deleted, since it was read. */
        OVERTAKEN
    }

    Change replace(Account changed) {
        var before =
                new Document("_id", new ObjectId(changed.id().value()))
                        .append("version", changed.version() - 1);
        try {
            var replaced = accounts.replaceOne(before, AccountDocument.of(changed));
            return replaced.getMatchedCount() == 1 ? Change.DONE : Change.OVERTAKEN;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return Change.TAKEN;
        }
    }

    Optional<Account> findByLogin(OrganizationId organizationId, String login) {
        return findByKey(organizationId, "login_key", login);
    }

    Optional<Account> findByEmail(OrganizationId organizationId, String email) {
        return findByKey(organizationId, "email_key", email);
    }

    public Optional<Account> find(OrganizationId organizationId, UserId id) {
        return find(organizationId, List.of(id)).stream().findFirst();
    }

    /** Those of the organization; ids that name nobody are skipped. */
    List<Account> find(OrganizationId organizationId, Collection<UserId> ids) {
        var known = AccountDocument.objectIds(ids);
        if (known.isEmpty()) {
            return List.of();
        }
        return accounts.find(
                        new Document("_id", new Document("$in", known))
                                .append("org", organizationId.value()))
                .map(AccountDocument::toAccount)
                .into(new ArrayList<>());
    }

    /** Nobody signs in as this user again. */
    public void remove(OrganizationId organizationId, UserId id) {
        accounts.deleteOne(
                new Document("_id", new ObjectId(id.value()))
                        .append("org", organizationId.value()));
    }

    /** Those of {@code ids} who have an account in the organization. */
    public Set<UserId> known(OrganizationId organizationId, Collection<UserId> ids) {
        return find(organizationId, ids).stream().map(Account::id).collect(toSet());
    }

    /** Whose emails these are, by the text as it was given; those of nobody are left out. */
    public Map<String, UserId> ownersOfEmails(
            OrganizationId organizationId, Collection<String> emails) {
        return owners(organizationId, "email_key", emails);
    }

    /** See {@link #ownersOfEmails}. */
    public Map<String, UserId> ownersOfPhones(
            OrganizationId organizationId, Collection<String> phones) {
        return owners(organizationId, "phone_key", phones);
    }

    private Optional<Account> findByKey(OrganizationId organizationId, String field, String text) {
        var one =
                new Document("org", organizationId.value())
                        .append(field, AccountDocument.keyOf(text));
        return Optional.ofNullable(accounts.find(one).first()).map(AccountDocument::toAccount);
    }

    private Map<String, UserId> owners(
            OrganizationId organizationId, String field, Collection<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        var keys = texts.stream().map(AccountDocument::keyOf).distinct().toList();
        var byKey = new HashMap<String, UserId>();
        accounts.find(
                        new Document("org", organizationId.value())
                                .append(field, new Document("$in", keys)))
                .projection(Projections.include(field))
                .forEach(found ->
                        byKey.put(
                                found.getString(field),
                                new UserId(found.getObjectId("_id").toHexString())));
        var owners = new HashMap<String, UserId>();
        for (var text : texts) {
            var owner = byKey.get(AccountDocument.keyOf(text));
            if (owner != null) {
                owners.put(text, owner);
            }
        }
        return owners;
    }

    /** What is known to be later stays; the account is no other version for that. */
    void recordActivity(OrganizationId organizationId, UserId id, Instant at) {
        accounts.updateOne(
                new Document("_id", new ObjectId(id.value())).append("org", organizationId.value()),
                new Document("$max", new Document("recent_activity", Date.from(at))));
    }

    /** Unless the password has been changed meanwhile. */
    void replaceHash(Account account, String newHash) {
        accounts.updateOne(
                new Document("_id", new ObjectId(account.id().value()))
                        .append("password_hash", account.passwordHash()),
                new Document("$set", new Document("password_hash", newHash)));
    }
}
