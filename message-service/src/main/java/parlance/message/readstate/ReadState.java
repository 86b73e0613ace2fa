package parlance.message.readstate;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What one participant has read of a conversation, by the messages' places.
 *
 * @param upTo all up to here is read
 * @param beyond read one by one, further on
 */
public record ReadState(long upTo, NavigableSet<Long> beyond) {

    public static ReadState none() {
        return new ReadState(0, new TreeSet<>());
    }

    /** The last that was marked; what is newer counts as unread. */
    public long last() {
        return beyond.isEmpty() ? upTo : Math.max(upTo, beyond.last());
    }

    public boolean includes(long seq) {
        return seq <= upTo || beyond.contains(seq);
    }

    /** With everything up to this place. */
    ReadState through(long place) {
        return place <= upTo
                ? this
                : new ReadState(place, new TreeSet<>(beyond.tailSet(place, false)));
    }

    /** With these places one by one. */
    ReadState with(Collection<Long> places) {
        var more = new TreeSet<>(beyond);
        places.stream().filter(place -> place > upTo).forEach(more::add);
        return new ReadState(upTo, more);
    }
}
