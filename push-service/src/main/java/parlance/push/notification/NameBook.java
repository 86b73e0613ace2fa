package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.push.lookup.Conversations;
import parlance.push.lookup.People;
import parlance.push.lookup.Pictures;
import parlance.push.notification.Occasion.ConversationChanged;
import parlance.push.notification.Occasion.MessageMissed;
import parlance.push.notification.Occasion.Requested;
import parlance.push.notification.Screening.Wanted;

/** Where names are looked up: one question for each kind and organization. */
@Singleton
class NameBook {

    private final People people;
    private final Conversations conversations;
    private final Pictures pictures;

    NameBook(People people, Conversations conversations, Pictures pictures) {
        this.people = people;
        this.conversations = conversations;
        this.pictures = pictures;
    }

    Names open(List<Wanted> batch) {
        var users = new HashMap<UserId, User>();
        var files = new HashMap<FileId, String>();
        var cids = new HashSet<ConversationId>();
        byOrganization(batch)
                .forEach((organization, occasions) -> {
                    users.putAll(people.find(organization, authors(occasions)));
                    files.putAll(pictures.find(organization, files(occasions)));
                });
        batch.forEach(one -> {
            if (one.job().occasion() instanceof MessageMissed missed) {
                cids.add(missed.conversationId());
            }
        });
        return new Names(users, conversations.find(cids), files);
    }

    private static Map<OrganizationId, List<Occasion>> byOrganization(List<Wanted> batch) {
        return batch.stream()
                .map(Wanted::job)
                .collect(
                        Collectors.groupingBy(
                                Job::organizationId,
                                Collectors.mapping(Job::occasion, Collectors.toList())));
    }

    private static Set<UserId> authors(List<Occasion> occasions) {
        return occasions.stream().flatMap(NameBook::authorOf).collect(Collectors.toSet());
    }

    private static Stream<UserId> authorOf(Occasion occasion) {
        return switch (occasion) {
            case MessageMissed missed -> Stream.of(missed.from());
            case ConversationChanged changed -> Stream.of(changed.from());
            case Requested _ -> Stream.empty();
        };
    }

    private static Set<FileId> files(List<Occasion> occasions) {
        return occasions.stream()
                .filter(MessageMissed.class::isInstance)
                .map(MessageMissed.class::cast)
                .filter(missed -> missed.pictureUrl() == null)
                .map(MessageMissed::pictureId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}
