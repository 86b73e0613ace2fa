package parlance.conversation.change;

import static parlance.contracts.OfflinePolicy.LOG;
import static parlance.contracts.OfflinePolicy.PUSH;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.user.User;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Change;
import parlance.internalapi.user.UserLookup;

/** Everything that people see of an update, in the order of protocol 3.3. */
@Singleton
final class ChangeEvents {

    private final UserLookup userLookup;

    ChangeEvents(UserLookup userLookup) {
        this.userLookup = userLookup;
    }

    List<Step> of(Conversation conversation, Change change, UserId actor) {
        var at = conversation.updatedAt();
        var steps = new ArrayList<Step>();
        if (!change.added().isEmpty()) {
            var joined = EventPacket.joined(conversation, actor, at);
            var reader = change.added().getFirst();
            steps.add(new Notice(change.added(), joined, false, actor, Set.of(LOG, PUSH), reader));
        }
        var users = usersOf(conversation, change);
        var all = conversation.participantIds();
        if (!all.isEmpty()) {
            steps.addAll(
                    said(change.added(), users, user -> ParticipantMessage.added(user, actor)));
            steps.addAll(
                    said(change.removed(), users, user -> ParticipantMessage.removed(user, actor)));
        }
        if (!change.removed().isEmpty()) {
            var kicked = EventPacket.kicked(conversation, actor, at);
            steps.add(notice(change.removed(), kicked, false, actor, Set.of(LOG, PUSH)));
        }
        var before = all.stream().filter(id -> !change.added().contains(id)).toList();
        if (change.announced() && !before.isEmpty()) {
            var updated = EventPacket.updated(conversation, actor, at);
            steps.add(notice(before, updated, true, actor, Set.of(LOG)));
        }
        if (change.imageChanged() && !all.isEmpty()) {
            steps.add(ParticipantMessage.imageUpdated(conversation, actor));
        }
        return steps;
    }

    private Map<UserId, User> usersOf(Conversation conversation, Change change) {
        var ids = Stream.concat(change.added().stream(), change.removed().stream()).toList();
        return userLookup.find(conversation.organizationId(), ids);
    }

    /** One message for each. None about deleted users. */
    private static List<Said> said(
            List<UserId> about, Map<UserId, User> users, Function<User, Said> message) {
        return about.stream().map(users::get).filter(Objects::nonNull).map(message).toList();
    }

    private static Notice notice(
            List<UserId> recipients,
            RawJson packet,
            boolean exceptAsker,
            UserId actor,
            Set<OfflinePolicy> whenAbsent) {
        return new Notice(recipients, packet, exceptAsker, actor, whenAbsent);
    }
}
