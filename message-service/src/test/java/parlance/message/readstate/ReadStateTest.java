package parlance.message.readstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parlance.message.document.SeqRange;

class ReadStateTest {

    private static final int PLACES = 60;

    @Test
    void rangesThatTouchAreOne() {
        var state =
                ReadState.none()
                        .with(new SeqRange(5, 6))
                        .with(new SeqRange(9, 9))
                        .with(new SeqRange(7, 8));

        assertThat(state.upTo()).isZero();
        assertThat(state.ranges()).containsExactly(new SeqRange(5, 9));
        assertThat(state.with(new SeqRange(1, 4))).isEqualTo(ReadState.none().through(9));
    }

    @Test
    void itSaysWhatIsReadSince() {
        var before = ReadState.of(2, List.of(new SeqRange(5, 6), new SeqRange(9, 9)));

        assertThat(before.through(10).since(before))
                .containsExactly(new SeqRange(3, 4), new SeqRange(7, 8), new SeqRange(10, 10));
        assertThat(before.with(new SeqRange(8, 12)).since(before))
                .containsExactly(new SeqRange(8, 8), new SeqRange(10, 12));
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void theOldestGapOfTooManyCountsAsRead() {
        var state = ReadState.none();
        for (int i = 0; i <= ReadState.MAX_RANGES; i++) {
            state = state.with(new SeqRange(10L + 2 * i, 10L + 2 * i));
        }

        assertThat(state.upTo()).isEqualTo(10);
        assertThat(state.ranges()).hasSize(ReadState.MAX_RANGES);
        assertThat(state.includes(11)).isFalse();
    }

    /** Against a plain set of places. */
    @Test
    void itHoldsWhatASetWouldHold() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            var state = ReadState.none();
            var set = new TreeSet<Long>();
            for (int step = 0; step < 30; step++) {
                var from = 1L + random.nextInt(PLACES);
                var range = new SeqRange(from, from + random.nextInt(4));
                var next = state.with(range);
                var fresh = new TreeSet<Long>();
                next.since(state).forEach(some -> addAll(some, fresh));
                var expected = new TreeSet<Long>();
                addAll(range, expected);
                expected.removeAll(set);
                assertThat(fresh).isEqualTo(expected);
                addAll(range, set);
                state = next;
            }
            for (long place = 1; place <= PLACES + 4; place++) {
                assertThat(state.includes(place)).isEqualTo(set.contains(place));
            }
            assertThat(state.last()).isEqualTo(set.last());
        }
    }

    private static void addAll(SeqRange range, TreeSet<Long> places) {
        for (var place = range.from(); place <= range.to(); place++) {
            places.add(place);
        }
    }
}
