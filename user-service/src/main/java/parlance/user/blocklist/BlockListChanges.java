package parlance.user.blocklist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.directory.BlockListStore;
import parlance.kit.retry.OptimisticRetry;

/** Changes block lists where they are kept, then where all services read them. */
@Singleton
public class BlockListChanges {

    private final UserBlockListStore lists;
    private final OptimisticRetry retry;
    private final BlockListStore readModel;

    BlockListChanges(UserBlockListStore lists, OptimisticRetry retry, BlockListStore readModel) {
        this.lists = lists;
        this.retry = retry;
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

    /** A user who is no more blocks no other, and is blocked by none. */
    public void forget(UserId user) {
        for (var owner : lists.ownersOfListsWith(user)) {
            change(owner, list -> !list.users().contains(user), list -> without(list, user));
        }
        lists.remove(user);
        readModel.remove(user);
    }

    private void change(
            UserId owner, Predicate<BlockList> isDone, UnaryOperator<BlockList> change) {
        var list = retry.run("block_lists", () -> tryToChange(owner, isDone, change));
        readModel.save(owner, list.version(), list.blocked());
    }

    private Optional<BlockList> tryToChange(
            UserId owner, Predicate<BlockList> isDone, UnaryOperator<BlockList> change) {
        var list = lists.get(owner);
        if (isDone.test(list)) {
            return Optional.of(list);
        }
        var changed = change.apply(list);
        return lists.save(changed) ? Optional.of(changed) : Optional.empty();
    }

    /** No command of the owner's: the last one of theirs still is the last. */
    private static BlockList without(BlockList list, UserId user) {
        return list.without(List.of(user), Objects.requireNonNull(list.changedBy()));
    }
}
