package parlance.e2e.reliability;

import java.util.List;
import java.util.Map;

/**
 * What is known of one conversation after a run.
 *
 * @param acked in the order of the acks
 * @param history what {@code message_list} gives, oldest first
 * @param receipts what the devices of the members received
 * @param absentee the messages in the operations log of a member who was away all the time
 * @param unread the unread count of each member, by its name
 */
record Evidence(
        List<NumberedMessage> acked,
        List<NumberedMessage> history,
        List<Receipt> receipts,
        List<NumberedMessage> absentee,
        Map<String, Long> unread) {

    /**
     * What one device received, over all its connections.
     *
     * @param complete whether each of its connections resumed where the one before broke; else it
     *     looked up what it missed, and only order and doubles count
     */
    record Receipt(String user, String device, boolean complete, List<NumberedMessage> messages) {}
}
