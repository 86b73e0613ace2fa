package parlance.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void anAckedMessageThatDoesNotArriveIsLost() {
        var id = tally.sending("ann", 0, 2);
        tally.acked(id, 1);
        tally.received("bob", id, 2);

        assertThat(tally.lost()).isOne();
        assertThat(tally.missing()).isOne();
    }

    @Test
    void aMessageThatArrivesTwiceIsDoubled() {
        var id = tally.sending("ann", 0, 1);
        tally.received("bob", id, 1);
        tally.received("bob", id, 2);

        assertThat(tally.doubled()).isOne();
    }

    @Test
    void aSendersEarlierMessageThatComesLaterIsReordered() {
        var first = tally.sending("ann", 0, 1);
        var second = tally.sending("ann", 0, 1);
        tally.received("bob", second, 1);
        tally.received("bob", first, 2);

        assertThat(tally.reordered()).isOne();
    }

    @Test
    void theWarmUpIsNotInTheLatencies() {
        tally.acked(tally.sending("ann", 0, 1), 5);
        tally.startCounting();
        tally.acked(tally.sending("ann", 0, 1), 5);

        assertThat(tally.toAck().getTotalCount()).isOne();
    }
}
