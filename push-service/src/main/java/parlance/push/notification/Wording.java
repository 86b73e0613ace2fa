package parlance.push.notification;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.UserId;
import parlance.contracts.message.UnreadMessages;
import parlance.push.notification.Occasion.ConversationChanged;
import parlance.push.notification.Occasion.MessageMissed;
import parlance.push.notification.Occasion.Requested;
import parlance.push.notification.Screening.Wanted;
import parlance.push.provider.Notification;
import parlance.push.subscription.Provider;

/** What a notification says (protocol 3.3, 3.5). */
@Singleton
class Wording {

    private static final int TITLE_BYTES = 256;

    private final NameBook book;

    Wording(NameBook book) {
        this.book = book;
    }

    List<Parcel> of(List<Wanted> wanted, Map<UserId, UnreadMessages> news) {
        var names = book.open(wanted);
        return wanted.stream()
                .map(one ->
                        new Parcel(
                                one.job(),
                                one.device(),
                                notification(one.job(), names, news.get(one.job().userId()))))
                .toList();
    }

    private static Notification notification(
            Job job, Names names, @Nullable UnreadMessages unread) {
        return switch (job.occasion()) {
            case MessageMissed missed -> message(job, missed, names, unread);
            case ConversationChanged changed -> change(job, changed, names);
            case Requested requested -> requested(job, requested);
        };
    }

    private static Notification message(
            Job job, MessageMissed missed, Names names, @Nullable UnreadMessages unread) {
        var title = Shortened.to(TITLE_BYTES, titleOf(missed, names));
        var data = Json.mapper().createObjectNode();
        data.put("title", title).put("body", missed.body());
        data.put("cid", missed.conversationId().value());
        data.put("firstAttachmentUrl", names.pictureOf(missed));
        if (missed.encrypted()) {
            data.put("is_encrypted", true);
        }
        var badge =
                unread == null || job.provider() != Provider.APNS
                        ? null
                        : Math.toIntExact(Math.min(unread.count(), Integer.MAX_VALUE));
        return new Notification(
                title, missed.body(), data, missed.conversationId().value(), badge, job.expires());
    }

    private static String titleOf(MessageMissed missed, Names names) {
        var author =
                missed.saidByConversation()
                        ? names.displayNameOf(missed.from())
                        : names.loginOf(missed.from());
        return names.groupNameOf(missed.conversationId())
                .map(group -> author + " | " + group)
                .orElse(author);
    }

    private static Notification change(Job job, ConversationChanged changed, Names names) {
        var title = Shortened.to(TITLE_BYTES, changed.name());
        var body = changed.what().by(names.displayNameOf(changed.from()));
        var cid = changed.conversationId().value();
        var data = Json.mapper().createObjectNode();
        data.put("title", title).put("body", body).put("cid", cid);
        data.putNull("firstAttachmentUrl");
        return new Notification(title, body, data, cid, null, job.expires());
    }

    private static Notification requested(Job job, Requested requested) {
        var message = requested.message();
        return new Notification(
                message.path("title").asText(),
                message.path("body").asText(),
                message,
                null,
                null,
                job.expires());
    }
}
