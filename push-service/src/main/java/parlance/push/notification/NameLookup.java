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
import parlance.internalapi.conversation.ConversationLookup;
import parlance.internalapi.file.ImageUrls;
import parlance.internalapi.user.UserLookup;
import parlance.push.notification.NotificationCause.ConversationChanged;
import parlance.push.notification.NotificationCause.MessageMissed;
import parlance.push.notification.NotificationCause.Requested;
import parlance.push.notification.RelevanceFilter.Wanted;

/** Where names are looked up: one question for each kind and organization. */
@Singleton
class NameLookup {

    private final UserLookup userLookup;
    private final ConversationLookup conversations;
    private final ImageUrls imageUrls;

    NameLookup(UserLookup userLookup, ConversationLookup conversations, ImageUrls imageUrls) {
        this.userLookup = userLookup;
        this.conversations = conversations;
        this.imageUrls = imageUrls;
    }

    ResolvedNames open(List<Wanted> batch) {
        var users = new HashMap<UserId, User>();
        var files = new HashMap<FileId, String>();
        var cids = new HashSet<ConversationId>();
        byOrganization(batch)
                .forEach((organization, notificationCauses) -> {
                    users.putAll(userLookup.find(organization, authors(notificationCauses)));
                    files.putAll(imageUrls.find(organization, files(notificationCauses)));
                });
        batch.forEach(one -> {
            if (one.notificationJob().notificationCause() instanceof MessageMissed missed) {
                cids.add(missed.conversationId());
            }
        });
        return new ResolvedNames(users, conversations.find(cids), files);
    }

    private static Map<OrganizationId, List<NotificationCause>> byOrganization(List<Wanted> batch) {
        return batch.stream()
                .map(Wanted::notificationJob)
                .collect(
                        Collectors.groupingBy(
                                NotificationJob::organizationId,
                                Collectors.mapping(
                                        NotificationJob::notificationCause, Collectors.toList())));
    }

    private static Set<UserId> authors(List<NotificationCause> notificationCauses) {
        return notificationCauses.stream()
                .flatMap(NameLookup::authorOf)
                .collect(Collectors.toSet());
    }

    private static Stream<UserId> authorOf(NotificationCause notificationCause) {
        return switch (notificationCause) {
            case MessageMissed missed -> Stream.of(missed.from());
            case ConversationChanged changed -> Stream.of(changed.from());
            case Requested _ -> Stream.empty();
        };
    }

    private static Set<FileId> files(List<NotificationCause> notificationCauses) {
        return notificationCauses.stream()
                .filter(MessageMissed.class::isInstance)
                .map(MessageMissed.class::cast)
                .filter(missed -> missed.pictureUrl() == null)
                .map(MessageMissed::pictureId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}
