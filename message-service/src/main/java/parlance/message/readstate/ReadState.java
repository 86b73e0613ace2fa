package parlance.message.readstate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import parlance.message.document.SeqRange;

/**
 * What one participant has read of a conversation, by the messages' places.
 *
 * @param upTo all up to here is read
 * @param beyond what is read further on: the last place of each range by its first; ranges neither
 *     overlap nor touch
 */
public record ReadState(long upTo, NavigableMap<Long, Long> beyond) {

    /** More gaps than anybody leaves on purpose; beyond it the oldest counts as read. */
    static final int MAX_RANGES = 500;

    public static ReadState none() {
        return new ReadState(0, new TreeMap<>());
    }

    /** From {@link #ranges()}. */
    static ReadState of(long upTo, List<SeqRange> ranges) {
        var beyond = new TreeMap<Long, Long>();
        ranges.forEach(range -> beyond.put(range.from(), range.to()));
        return new ReadState(upTo, beyond);
    }

    /** What is read beyond {@link #upTo}, in order. */
    List<SeqRange> ranges() {
        return beyond.entrySet().stream()
                .map(range -> new SeqRange(range.getKey(), range.getValue()))
                .toList();
    }

    /** The last that was marked; what is newer counts as unread. */
    public long last() {
        return beyond.isEmpty() ? upTo : beyond.lastEntry().getValue();
    }

    public boolean includes(long seq) {
        var range = beyond.floorEntry(seq);
        return seq <= upTo || (range != null && seq <= range.getValue());
    }

    /** With everything up to this place. */
    ReadState through(long place) {
        return place <= upTo ? this : with(new SeqRange(upTo + 1, place));
    }

    /** With these places as well. */
    ReadState with(SeqRange more) {
        var from = more.from();
        var to = more.to();
        var ranges = new TreeMap<>(beyond);
        for (var touching = ranges.floorEntry(to + 1);
                touching != null && touching.getValue() >= from - 1;
                touching = ranges.floorEntry(to + 1)) {
            from = Math.min(from, touching.getKey());
            to = Math.max(to, touching.getValue());
            ranges.remove(touching.getKey());
        }
        if (from <= upTo + 1) {
            return new ReadState(Math.max(upTo, to), ranges);
        }
        ranges.put(from, to);
        return new ReadState(upTo, ranges).bounded();
    }

    private ReadState bounded() {
        if (beyond.size() <= MAX_RANGES) {
            return this;
        }
        var rest = new TreeMap<>(beyond);
        return new ReadState(rest.pollFirstEntry().getValue(), rest);
    }

    /** What is read here and was not before, in order. */
    List<SeqRange> since(ReadState before) {
        var fresh = new ArrayList<SeqRange>();
        if (upTo > before.upTo) {
            before.addGaps(before.upTo + 1, upTo, fresh);
        }
        beyond.forEach((from, to) -> before.addGaps(Math.max(from, before.upTo + 1), to, fresh));
        return fresh;
    }

    /** The places between these that are not read, all of them behind {@link #upTo}. */
    private void addGaps(long from, long to, List<SeqRange> gaps) {
        var place = from;
        while (place <= to) {
            var read = beyond.floorEntry(place);
            if (read != null && read.getValue() >= place) {
                place = read.getValue() + 1;
                continue;
            }
            var next = beyond.higherKey(place);
            var end = next == null ? to : Math.min(to, next - 1);
            gaps.add(new SeqRange(place, end));
            place = end + 1;
        }
    }
}
