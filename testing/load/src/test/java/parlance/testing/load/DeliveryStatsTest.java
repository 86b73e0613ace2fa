package parlance.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryStatsTest {

    private final DeliveryStats deliveryStats = new DeliveryStats();

    @Test
    void anAckedMessageThatDoesNotArriveIsLost() {
        var id = deliveryStats.sending("ann", 0, 2);
        deliveryStats.acked(id, 1);
        deliveryStats.received("bob", id, 2);

        assertThat(deliveryStats.lost()).isOne();
        assertThat(deliveryStats.missing()).isOne();
    }

    @Test
    void aMessageThatArrivesTwiceIsDoubled() {
        var id = deliveryStats.sending("ann", 0, 1);
        deliveryStats.received("bob", id, 1);
        deliveryStats.received("bob", id, 2);

        assertThat(deliveryStats.doubled()).isOne();
    }

    @Test
    void aSendersEarlierMessageThatComesLaterIsReordered() {
        var first = deliveryStats.sending("ann", 0, 1);
        var second = deliveryStats.sending("ann", 0, 1);
        deliveryStats.received("bob", second, 1);
        deliveryStats.received("bob", first, 2);

        assertThat(deliveryStats.reordered()).isOne();
    }

    @Test
    void theWarmUpIsNotInTheLatencies() {
        deliveryStats.acked(deliveryStats.sending("ann", 0, 1), 5);
        deliveryStats.startCounting();
        deliveryStats.acked(deliveryStats.sending("ann", 0, 1), 5);

        assertThat(deliveryStats.toAck().getTotalCount()).isOne();
    }
}
