package parlance.user.blocklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/**
 * Whom one user blocks.
 *
 * @param version grows with each change; 0 for a list that was never written
 * @param changedBy where the command stands that made it what it is
 */
record BlockList(UserId owner, List<Entry> entries, long version, @Nullable Position changedBy) {

    /** An entry that is switched off stays on the list without an effect. */
    record Entry(UserId userId, boolean enabled) {}

    static BlockList emptyOf(UserId owner) {
        return new BlockList(owner, List.of(), 0, null);
    }

    BlockList with(Collection<UserId> users, Position position) {
        var longer = new ArrayList<>(without(users, position).entries);
        users.stream().distinct().forEach(user -> longer.add(new Entry(user, true)));
        return changed(longer, position);
    }

    BlockList without(Collection<UserId> users, Position position) {
        return changed(
                entries.stream().filter(entry -> !users.contains(entry.userId())).toList(),
                position);
    }

    BlockList switched(boolean on, Position position) {
        return changed(
                entries.stream().map(entry -> new Entry(entry.userId(), on)).toList(), position);
    }

    /** All on the list, be they blocked at present or not. */
    List<UserId> users() {
        return entries.stream().map(Entry::userId).toList();
    }

    List<UserId> blocked() {
        return entries.stream().filter(Entry::enabled).map(Entry::userId).toList();
    }

    /** A command that is not newer was done before, or was overtaken by a later one. */
    boolean knows(Position position) {
        return changedBy != null
                && changedBy.stream().equals(position.stream())
                && !position.isAfter(changedBy);
    }

    private BlockList changed(List<Entry> newEntries, Position position) {
        return new BlockList(owner, List.copyOf(newEntries), version + 1, position);
    }
}
