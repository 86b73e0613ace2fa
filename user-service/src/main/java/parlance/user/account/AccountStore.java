package parlance.user.account;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.stream.Collectors.toSet;

import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.ErrorCode;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;

/** The accounts in MongoDB. */
@Singleton
public class AccountStore extends MongoStore<AccountDocument, UserId> {

    @Override
    protected List<IndexModel> indexes() {
        var unique = new IndexOptions().unique(true);
        return List.of(
                new IndexModel(ascending("org", "login_key"), unique),
                // Not unique: accounts from before may look alike, and must remain changeable.
                new IndexModel(ascending("org", "login_skeleton")),
                new IndexModel(ascending("org", "email_key"), unique),
                new IndexModel(ascending("org", "phone_key"), unique));
    }

    /** For an account that no command makes. */
    public UserId newId() {
        return new UserId(new ObjectId().toHexString());
    }

    /**
     * Adds the account, or finds the one that the same command made before. Empty if its login,
     * email or phone is another account's.
     */
    public Optional<Account> addOnce(Account account) {
        // The minted id is unique to the command: an account that has it already is its own work.
        return addIfAbsent(AccountDocument.of(account))
                ? Optional.of(account)
                : find(account.organizationId(), account.id());
    }

    /**
     * Refuses a login that looks like another account's.
     *
     * @throws Rejection with {@code USER_ALREADY_EXISTS}
     */
    public void refuseLookAlike(OrganizationId organizationId, UserId owner, String login) {
        if (hasLookAlike(organizationId, owner, login)) {
            throw new Rejection(ErrorCode.USER_ALREADY_EXISTS);
        }
    }

    /**
     * Whether the login looks like another account's. Of two that come at the same moment none may
     * be found; the same login twice is refused in any case.
     */
    public boolean hasLookAlike(OrganizationId organizationId, UserId owner, String login) {
        var others =
                new Document("org", organizationId)
                        .append("login_skeleton", LookAlikes.skeletonOf(login))
                        .append("_id", new Document("$ne", owner));
        return collection().countDocuments(others, new CountOptions().limit(1)) > 0;
    }

    /** What became of a change. */
    enum Change {
        DONE,
        /** Login, email or phone is another account's. */
        TAKEN,
        /** The account has been changed, or deleted, since it was read. */
        OVERTAKEN
    }

    Change replace(Account changed) {
        var read = new Document("_id", changed.id()).append("version", changed.version() - 1);
        try {
            var replaced = collection().replaceOne(read, AccountDocument.of(changed));
            return replaced.getMatchedCount() == 1 ? Change.DONE : Change.OVERTAKEN;
        } catch (MongoException refused) {
            if (DuplicateKey.isCauseOf(refused)) {
                return Change.TAKEN;
            }
            throw refused;
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

    /** Those of the organization; ids that name no account are skipped. */
    List<Account> find(OrganizationId organizationId, Collection<UserId> ids) {
        var known = wellFormed(ids);
        if (known.isEmpty()) {
            return List.of();
        }
        return list(new Document("_id", new Document("$in", known)).append("org", organizationId))
                .stream()
                .map(AccountDocument::toAccount)
                .toList();
    }

    /** Those that can be ids at all. */
    static List<UserId> wellFormed(Collection<UserId> ids) {
        return ids.stream().filter(id -> PreassignedId.isWellFormed(id.value())).toList();
    }

    /** From now on no client signs in as this user. */
    public void remove(OrganizationId organizationId, UserId id) {
        delete(new Document("_id", id).append("org", organizationId));
    }

    /** Those of {@code ids} who have an account in the organization. */
    public Set<UserId> known(OrganizationId organizationId, Collection<UserId> ids) {
        return find(organizationId, ids).stream().map(Account::id).collect(toSet());
    }

    /**
     * Whose emails these are, by the text as it was given; those that no account has are left out.
     */
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
        var one = new Document("org", organizationId).append(field, AccountDocument.keyOf(text));
        return find(one).firstResultOptional().map(AccountDocument::toAccount);
    }

    private Map<String, UserId> owners(
            OrganizationId organizationId, String field, Collection<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        var keys = texts.stream().map(AccountDocument::keyOf).distinct().toList();
        var byKey = new HashMap<String, UserId>();
        var having = new Document("org", organizationId).append(field, new Document("$in", keys));
        collection()
                .find(having, Document.class)
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
        collection()
                .updateOne(
                        new Document("_id", id).append("org", organizationId),
                        new Document("$max", new Document("recent_activity", at)));
    }

    /** Unless the password has been changed meanwhile. */
    void replaceHash(Account account, String newHash) {
        collection()
                .updateOne(
                        new Document("_id", account.id())
                                .append("password_hash", account.passwordHash()),
                        new Document("$set", new Document("password_hash", newHash)));
    }
}
