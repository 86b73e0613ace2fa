package parlance.user.blocklist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.directory.BlockListStore;

/** Changes block lists where they are kept, then where all services read them. */
@Singleton
public class BlockListChanges {

    private final UserBlockListStore lists;
    private final BlockListStore readModel;

    BlockListChanges(UserBlockListStore lists, BlockListStore readModel) {
        this.lists = lists;
        this.readModel = readModel;
    }

    /** A command that was done before changes nothing, and is written through again. */
    void change(UserId owner, Position position, UnaryOperator<BlockList> change) {
        change(owner, list -> list.knows(position), change);
    }

    /** The list, which the read model has from now on as well. */
    BlockList refill(UserId owner) {
        var token = readModel.beginRefill(owner);
        var list = lists.get(owner);
        readModel.refill(owner, list.version(), list.blocked(), token);
        return list;
    }

    /** Nobody blocks a user who is no more, nor is blocked by one. */
    public void forget(UserId user) {
        for (var owner : lists.ownersOfListsWith(user)) {
            change(owner, list -> !list.users().contains(user), list -> without(list, user));
        }
        lists.remove(user);
        readModel.remove(user);
    }

    private void change(
            UserId owner, Predicate<BlockList> isDone, UnaryOperator<BlockList> change) {
        var list = changed(owner, isDone, change);
        readModel.save(owner, list.version(), list.blocked());
    }

    private BlockList changed(
            UserId owner, Predicate<BlockList> isDone, UnaryOperator<BlockList> change) {
        while (true) {
            var list = lists.get(owner);
            if (isDone.test(list)) {
                return list;
            }
            var changed = change.apply(list);
            if (lists.save(changed)) {
                return changed;
            }
        }
    }

    /** No command of the owner's: the last one of theirs still is the last. */
    private static BlockList without(BlockList list, UserId user) {
        return list.without(List.of(user), Objects.requireNonNull(list.changedBy()));
    }
}
