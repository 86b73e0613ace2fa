package parlance.e2e.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parlance.e2e.reliability.Evidence.Receipt;

/** The checker itself: it must notice a single delivery that was dropped, doubled or swapped. */
class DeliveryCheckTest {

    private final List<NumberedMessage> sent =
            List.of(
                    new NumberedMessage("m1", "ann-1", 1),
                    new NumberedMessage("m2", "bob-1", 1),
                    new NumberedMessage("m3", "ann-1", 2),
                    new NumberedMessage("m4", "bob-1", 2));

    private final List<NumberedMessage> acked = new ArrayList<>(sent);
    private final List<NumberedMessage> history = new ArrayList<>(sent);
    private final List<NumberedMessage> onCatsPhone = new ArrayList<>(sent);
    private final List<NumberedMessage> onAnnsPhone =
            new ArrayList<>(List.of(sent.get(1), sent.get(3)));
    private final List<NumberedMessage> log = new ArrayList<>(sent);
    private final Map<String, Long> unread = new HashMap<>(Map.of("ann", 2L, "cat", 4L));
    private boolean resumed = true;

    @Test
    void aRunInWhichAllWentWellIsWithoutDamage() {
        assertThat(check().isNone()).isTrue();
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aDroppedDeliveryIsLost() {
        damaged(onCatsPhone, list -> list.remove(2), 1, 0, 0);
    }

    @Test
    void aDoubledDeliveryIsDoubled() {
        damaged(onCatsPhone, list -> list.add(list.get(1)), 0, 1, 0);
    }

    @Test
    void swappedDeliveriesAreReordered() {
        damaged(onAnnsPhone, list -> list.add(list.removeFirst()), 0, 0, 1);
    }

    @Test
    void anAckedMessageThatIsNotStoredIsLostThereAndWhereItWasSeen() {
        // Once for its ack, once for cat's phone, which shows what no list will; and cat's count.
        damaged(history, list -> list.remove(0), 2, 1, 0);
    }

    @Test
    void aMessageThatIsStoredTwiceIsDoubled() {
        unread.putAll(Map.of("ann", 2L, "cat", 5L));
        damaged(history, list -> list.add(new NumberedMessage("m5", "ann-1", 2)), 0, 1, 0);
    }

    @Test
    void messagesOfOneDeviceAreStoredInTheOrderInWhichItSentThem() {
        onCatsPhone.clear();
        resumed = false;
        damaged(history, list -> list.add(list.removeFirst()), 0, 0, 1);
    }

    @Test
    void theOperationsLogHoldsEveryMessageOnce() {
        damaged(log, List::removeFirst, 1, 0, 0);
        log.add(0, sent.getFirst());
        damaged(log, list -> list.add(list.getFirst()), 0, 1, 0);
    }

    @Test
    void unreadCountsAreExact() {
        unread.put("cat", 3L);
        assertThat(check().lost()).isEqualTo(1);
        unread.put("cat", 5L);
        assertThat(check().doubled()).isEqualTo(1);
    }

    @Test
    void whoCouldNotResumeLooksUpWhatIsMissing() {
        resumed = false;
        damaged(onCatsPhone, list -> list.remove(2), 0, 0, 0);
        damaged(onCatsPhone, list -> list.add(list.getFirst()), 0, 1, 0);
    }

    private void damaged(
            List<NumberedMessage> list,
            Consumer<List<NumberedMessage>> change,
            int lost,
            int doubled,
            int reordered) {
        change.accept(list);
        var damage = check();
        assertThat(damage)
                .as("%s", damage.findings())
                .extracting(Damage::lost, Damage::doubled, Damage::reordered)
                .containsExactly(lost, doubled, reordered);
    }

    private Damage check() {
        var receipts =
                List.of(
                        new Receipt("ann", "ann-1", true, onAnnsPhone),
                        new Receipt("cat", "cat-1", resumed, onCatsPhone));
        return DeliveryCheck.of(List.of(new Evidence(acked, history, receipts, log, unread)));
    }
}
