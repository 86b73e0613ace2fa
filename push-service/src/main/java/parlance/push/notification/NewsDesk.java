package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parlance.contracts.UserId;
import parlance.contracts.message.UnreadMessages;
import parlance.contracts.message.UnreadQuery.Place;
import parlance.push.lookup.Unread;
import parlance.push.notification.Occasion.MessageMissed;
import parlance.push.notification.Screening.Wanted;
import parlance.push.subscription.Provider;

/** Asks what is unread to the people of a batch: one question for all of them. */
@Singleton
class NewsDesk {

    private final Unread unread;

    NewsDesk(Unread unread) {
        this.unread = unread;
    }

    Map<UserId, UnreadMessages> about(List<Wanted> batch) {
        var asked = new HashMap<UserId, List<Place>>();
        for (var one : batch) {
            if (one.job().occasion() instanceof MessageMissed missed) {
                asked.computeIfAbsent(one.job().userId(), _ -> new ArrayList<>())
                        .add(new Place(missed.conversationId(), missed.messageId()));
            }
        }
        return unread.find(asked, withBadge(batch, asked.keySet()));
    }

    /** Only iOS shows a number that the server says. */
    private static Set<UserId> withBadge(List<Wanted> batch, Set<UserId> asked) {
        return batch.stream()
                .filter(one -> one.job().provider() == Provider.APNS)
                .map(one -> one.job().userId())
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }
}
