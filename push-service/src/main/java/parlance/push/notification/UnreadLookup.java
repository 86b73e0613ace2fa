package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.UserId;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery.Place;
import parlance.push.lookup.UnreadCounts;
import parlance.push.notification.NotificationCause.MessageMissed;
import parlance.push.notification.RelevanceFilter.Wanted;
import parlance.push.subscription.Provider;

/** Asks what is unread to the people of a batch: one question for all of them. */
@Singleton
class UnreadLookup {

    private final UnreadCounts unreadCounts;

    UnreadLookup(UnreadCounts unreadCounts) {
        this.unreadCounts = unreadCounts;
    }

    Map<UserId, UnreadMessages> about(List<Wanted> batch) {
        var asked = new HashMap<UserId, List<Place>>();
        for (var one : batch) {
            if (one.notificationJob().notificationCause() instanceof MessageMissed missed) {
                asked.computeIfAbsent(one.notificationJob().userId(), _ -> new ArrayList<>())
                        .add(new Place(missed.conversationId(), missed.messageId()));
            }
        }
        return unreadCounts.find(asked, withBadge(batch, asked.keySet()));
    }

    /** Only iOS shows a number that the server says. */
    private static Set<UserId> withBadge(List<Wanted> batch, Set<UserId> asked) {
        return batch.stream()
                .filter(one -> one.notificationJob().provider() == Provider.APNS)
                .map(one -> one.notificationJob().userId())
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }
}
