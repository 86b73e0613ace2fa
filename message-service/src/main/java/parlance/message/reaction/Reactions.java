package parlance.message.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;

/**
 * How people reacted to a message.
 *
 * @param byReaction who gave each, the first one first
 * @param version grows with each change
 * @param changes what the last few commands did
 */
public record Reactions(
        SortedMap<String, List<UserId>> byReaction, long version, List<Change> changes) {

    private static final int CHANGES_KEPT = 20;
    private static final RawJson NOTHING = new RawJson("{}");

    /** What a command really changed. */
    record Change(Position position, @Nullable String added, @Nullable String removed) {}

    private record Seen(
            @JsonProperty("own") List<String> own,
            @JsonProperty("total") Map<String, Integer> total) {}

    public static Reactions none() {
        return new Reactions(new TreeMap<>(), 0, List.of());
    }

    /** As it stands in a list: {@code {}}, or the reader's own and how many there are of each. */
    public RawJson seenBy(UserId reader) {
        if (byReaction.isEmpty()) {
            return NOTHING;
        }
        var own = byReaction.keySet().stream().filter(one -> isGiven(one, reader)).toList();
        var total = new TreeMap<String, Integer>();
        byReaction.forEach((reaction, users) -> total.put(reaction, users.size()));
        return new RawJson(Json.write(new Seen(own, total)));
    }

    boolean isGiven(@Nullable String reaction, UserId user) {
        return reaction != null && byReaction.getOrDefault(reaction, List.of()).contains(user);
    }

    Optional<Change> changeAt(Position position) {
        return changes.stream().filter(change -> change.position().equals(position)).findFirst();
    }

    /** The next version, after this change by this user. */
    Reactions with(Change change, UserId user) {
        var next = new TreeMap<>(byReaction);
        var removed = change.removed();
        if (removed != null) {
            var rest = new ArrayList<>(next.getOrDefault(removed, List.of()));
            rest.remove(user);
            if (rest.isEmpty()) {
                next.remove(removed);
            } else {
                next.put(removed, rest);
            }
        }
        var added = change.added();
        if (added != null) {
            var more = new ArrayList<>(next.getOrDefault(added, List.of()));
            more.add(user);
            next.put(added, more);
        }
        var kept = new ArrayList<>(changes);
        kept.add(change);
        return new Reactions(
                next,
                version + 1,
                kept.subList(Math.max(0, kept.size() - CHANGES_KEPT), kept.size()));
    }
}
