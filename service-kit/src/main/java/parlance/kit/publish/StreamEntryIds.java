package parlance.kit.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Delivery;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.StreamEntryId;
import parlance.contracts.UserId;
import parlance.kit.resume.ResumeStore.Addition;

/** The entries that a batch's packets have in the streams of users who may resume. */
final class StreamEntryIds {

    private record Place(UserId userId, Position position) {}

    private final Map<Place, StreamEntryId> entries = new HashMap<>();

    /**
     * What is to be appended, in order. A packet for one connection only is in its stream already.
     */
    static List<Addition> additions(List<CompletedCommand> batch, Set<UserId> resumable) {
        var additions = new ArrayList<Addition>();
        for (var completedCommand : batch) {
            var index = Deliveries.FIRST_INDEX;
            for (var delivery : completedCommand.result().deliveries()) {
                var position = completedCommand.position().at(index++);
                if (delivery.only() == null) {
                    addTo(additions, delivery, position, resumable);
                }
            }
        }
        return additions;
    }

    private static void addTo(
            List<Addition> additions, Delivery delivery, Position position, Set<UserId> resumable) {
        byte[] packet = null;
        for (var user : delivery.recipients()) {
            if (resumable.contains(user)) {
                packet = packet == null ? Json.bytes(delivery.packet()) : packet;
                if (!ReliableProducer.fits(packet)) {
                    return; // the command is refused: no stream may replay what was not sent
                }
                additions.add(new Addition(user, position, delivery.except(), packet));
            }
        }
    }

    void add(Addition addition, @Nullable StreamEntryId entry) {
        if (entry != null) {
            entries.put(new Place(addition.userId(), addition.position()), entry);
        }
    }

    @Nullable StreamEntryId find(UserId user, Position position) {
        return entries.get(new Place(user, position));
    }

    /**
     * The last entry of what a command delivered to its own user, but not to the connection that
     * asked: with the answer, that connection has it.
     */
    @Nullable StreamEntryId findLeftOutOf(CompletedCommand completedCommand) {
        var replyAddress = completedCommand.asker();
        var caller = completedCommand.signedIn();
        if (replyAddress == null || caller == null || entries.isEmpty()) {
            return null;
        }
        StreamEntryId last = null;
        var index = Deliveries.FIRST_INDEX;
        for (var delivery : completedCommand.result().deliveries()) {
            var entry = find(caller.userId(), completedCommand.position().at(index++));
            if (entry != null && replyAddress.connection().equals(delivery.except())) {
                last = entry;
            }
        }
        return last;
    }
}
