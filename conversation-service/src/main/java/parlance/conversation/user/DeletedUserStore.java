package parlance.conversation.user;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/**
 * Who was deleted lately. A change that was under way at that moment, and had found the user alive,
 * looks here once it is stored: either it finds the user here, or the deletion finds the change.
 */
@Singleton
public class DeletedUserStore extends MongoStore<DeletedUserDocument, String> {

    private final Clock clock;

    DeletedUserStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected List<IndexModel> indexes() {
        // No change is under way for a day.
        var expiry = new IndexOptions().expireAfter(1L, TimeUnit.DAYS);
        return List.of(new IndexModel(ascending("at"), expiry));
    }

    /** Before the user's conversations are looked for. */
    public void add(UserId user) {
        persistOrUpdate(new DeletedUserDocument(user.value(), clock.instant()));
    }

    /** Which of them are no more. */
    public Set<UserId> among(Collection<UserId> asked) {
        return collection()
                .find(in("_id", asked.stream().map(UserId::value).toList()))
                .map(DeletedUserDocument::userId)
                .into(new HashSet<>());
    }
}
