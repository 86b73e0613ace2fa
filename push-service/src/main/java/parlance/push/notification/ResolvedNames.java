package parlance.push.notification;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.kit.directory.DirectoryConversation;
import parlance.push.notification.NotificationCause.MessageMissed;

/** What the people and conversations of a batch are called, and where its pictures are. */
record ResolvedNames(
        Map<UserId, User> people,
        Map<ConversationId, DirectoryConversation> directoryConversations,
        Map<FileId, String> pictures) {

    /** As clients say of an author that they cannot find. */
    private static final String NOBODY = "Deleted account";

    String loginOf(UserId id) {
        var user = people.get(id);
        return user == null ? NOBODY : user.login();
    }

    /** First and last name, or the login of who has neither. */
    String displayNameOf(UserId id) {
        var user = people.get(id);
        if (user == null) {
            return NOBODY;
        }
        var name =
                Stream.of(user.firstName(), user.lastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "))
                        .strip();
        return name.isEmpty() ? user.login() : name;
    }

    /** Empty for a 1-1, which is called by who writes. */
    Optional<String> groupNameOf(ConversationId id) {
        return Optional.ofNullable(directoryConversations.get(id))
                .filter(directoryConversation -> !directoryConversation.isDirect())
                .map(DirectoryConversation::name);
    }

    @Nullable String pictureOf(MessageMissed missed) {
        return missed.pictureUrl() != null || missed.pictureId() == null
                ? missed.pictureUrl()
                : pictures.get(missed.pictureId());
    }
}
