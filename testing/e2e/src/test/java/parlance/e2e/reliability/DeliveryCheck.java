package parlance.e2e.reliability;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Proves for every acked message of a conversation: stored once; seen once by every device that was
 * there or resumed; counted as unread; in the operations log of who was away; in one order
 * everywhere, which for the messages of one device is the order in which it sent them.
 */
final class DeliveryCheck {

    private final Evidence evidence;
    private final Map<String, Integer> positions;
    private final Damage.Assessment assessment;

    private DeliveryCheck(Evidence evidence, Damage.Assessment assessment) {
        this.evidence = evidence;
        this.assessment = assessment;
        this.positions =
                IntStream.range(0, evidence.history().size())
                        .boxed()
                        .collect(
                                toMap(
                                        at -> evidence.history().get(at).id(),
                                        at -> at,
                                        (first, _) -> first));
    }

    static Damage of(List<Evidence> conversations) {
        var assessment = new Damage.Assessment();
        conversations.forEach(evidence -> new DeliveryCheck(evidence, assessment).check());
        return assessment.damage();
    }

    private void check() {
        checkHistory();
        evidence.receipts().forEach(this::checkReceipt);
        checkAbsentee();
        evidence.unread().forEach(this::checkUnread);
    }

    private void checkHistory() {
        requireAll("in the history", evidence.history(), evidence.acked());
        var texts = new HashSet<String>();
        var numbers = new HashMap<String, Integer>();
        for (var message : evidence.history()) {
            if (!texts.add(NumberedMessage.body(message.device(), message.number()))) {
                assessment.doubled("in the history", message);
            }
            var before = numbers.put(message.device(), message.number());
            if (before != null && before > message.number()) {
                assessment.reordered("in the history", message);
            }
        }
    }

    private void checkReceipt(Evidence.Receipt receipt) {
        var where = "on " + receipt.device();
        var seen = new HashSet<String>();
        var last = -1;
        for (var message : receipt.messages()) {
            int position = positions.getOrDefault(message.id(), -1);
            if (position < 0) {
                assessment.lost("in the history, though seen " + where, message);
            } else if (!seen.add(message.id())) {
                assessment.doubled(where, message);
            } else if (position < last) {
                assessment.reordered(where, message);
            }
            last = Math.max(last, position);
        }
        if (receipt.complete()) {
            var others =
                    evidence.acked().stream()
                            .filter(message -> !message.device().equals(receipt.device()))
                            .toList();
            requireAll(where, receipt.messages(), others);
        }
    }

    private void checkAbsentee() {
        var where = "in the operations log";
        var seen = new HashSet<String>();
        for (var message : evidence.absentee()) {
            if (!seen.add(message.id())) {
                assessment.doubled(where, message);
            }
        }
        requireAll(where, evidence.absentee(), evidence.acked());
    }

    private void checkUnread(String user, long unread) {
        var own = ownDevices(user);
        var expected =
                evidence.history().stream()
                        .filter(message -> !own.contains(message.device()))
                        .count();
        for (var missing = unread; missing < expected; missing++) {
            assessment.lost("in the unread count of " + user, unread + " of " + expected);
        }
        for (var excess = unread; excess > expected; excess--) {
            assessment.doubled("in the unread count of " + user, unread + " of " + expected);
        }
    }

    private Set<String> ownDevices(String user) {
        var devices = new HashSet<String>();
        for (var receipt : evidence.receipts()) {
            if (receipt.user().equals(user)) {
                devices.add(receipt.device());
            }
        }
        return devices;
    }

    private void requireAll(
            String where, List<NumberedMessage> found, List<NumberedMessage> wanted) {
        var ids = new HashSet<String>();
        found.forEach(message -> ids.add(message.id()));
        wanted.stream()
                .filter(message -> !ids.contains(message.id()))
                .forEach(message -> assessment.lost(where, message));
    }
}
