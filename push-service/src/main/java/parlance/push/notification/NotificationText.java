package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.UserId;
import parlance.internalapi.message.UnreadMessages;
import parlance.push.notification.NotificationCause.ConversationChanged;
import parlance.push.notification.NotificationCause.MessageMissed;
import parlance.push.notification.NotificationCause.Requested;
import parlance.push.notification.RelevanceFilter.Wanted;
import parlance.push.provider.Notification;
import parlance.push.subscription.Provider;

/** What a notification says (protocol 3.3, 3.5). */
@Singleton
class NotificationText {

    private static final int TITLE_BYTES = 256;

    private final NameLookup book;

    NotificationText(NameLookup book) {
        this.book = book;
    }

    List<ReadyNotification> of(List<Wanted> wanted, Map<UserId, UnreadMessages> news) {
        var resolvedNames = book.open(wanted);
        return wanted.stream()
                .map(one ->
                        new ReadyNotification(
                                one.notificationJob(),
                                one.device(),
                                notification(
                                        one.notificationJob(),
                                        resolvedNames,
                                        news.get(one.notificationJob().userId()))))
                .toList();
    }

    private static Notification notification(
            NotificationJob notificationJob,
            ResolvedNames resolvedNames,
            @Nullable UnreadMessages unread) {
        return switch (notificationJob.notificationCause()) {
            case MessageMissed missed -> message(notificationJob, missed, resolvedNames, unread);
            case ConversationChanged changed -> change(notificationJob, changed, resolvedNames);
            case Requested requested -> requested(notificationJob, requested);
        };
    }

    private static Notification message(
            NotificationJob notificationJob,
            MessageMissed missed,
            ResolvedNames resolvedNames,
            @Nullable UnreadMessages unread) {
        var title = TextTruncation.to(TITLE_BYTES, titleOf(missed, resolvedNames));
        var data = Json.mapper().createObjectNode();
        data.put("title", title).put("body", missed.body());
        data.put("cid", missed.conversationId().value());
        data.put("firstAttachmentUrl", resolvedNames.pictureOf(missed));
        if (missed.encrypted()) {
            data.put("is_encrypted", true);
        }
        var badge =
                unread == null || notificationJob.provider() != Provider.APNS
                        ? null
                        : Math.toIntExact(Math.min(unread.count(), Integer.MAX_VALUE));
        return new Notification(
                title,
                missed.body(),
                data,
                missed.conversationId().value(),
                badge,
                notificationJob.expires());
    }

    private static String titleOf(MessageMissed missed, ResolvedNames resolvedNames) {
        var author =
                missed.saidByConversation()
                        ? resolvedNames.displayNameOf(missed.from())
                        : resolvedNames.loginOf(missed.from());
        return resolvedNames
                .groupNameOf(missed.conversationId())
                .map(group -> author + " | " + group)
                .orElse(author);
    }

    private static Notification change(
            NotificationJob notificationJob,
            ConversationChanged changed,
            ResolvedNames resolvedNames) {
        var title = TextTruncation.to(TITLE_BYTES, changed.name());
        var body = changed.what().by(resolvedNames.displayNameOf(changed.from()));
        var cid = changed.conversationId().value();
        var data = Json.mapper().createObjectNode();
        data.put("title", title).put("body", body).put("cid", cid);
        data.putNull("firstAttachmentUrl");
        return new Notification(title, body, data, cid, null, notificationJob.expires());
    }

    private static Notification requested(NotificationJob notificationJob, Requested requested) {
        var message = requested.message();
        return new Notification(
                message.path("title").asText(),
                message.path("body").asText(),
                message,
                null,
                null,
                notificationJob.expires());
    }
}
