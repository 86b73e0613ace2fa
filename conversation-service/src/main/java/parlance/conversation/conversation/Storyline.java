package parlance.conversation.conversation;

import static parlance.contracts.Absent.LOG;
import static parlance.contracts.Absent.PUSH;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import parlance.contracts.Absent;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.user.User;
import parlance.conversation.conversation.Conversation.Change;
import parlance.conversation.standing.Standings;
import parlance.conversation.user.People;

/** Everything that people see of an update, in the order of protocol 3.3. */
@Singleton
final class Storyline {

    private final People people;
    private final Standings standings;

    Storyline(People people, Standings standings) {
        this.people = people;
        this.standings = standings;
    }

    List<Step> of(Conversation conversation, Change change, UserId actor) {
        var at = conversation.updatedAt();
        var steps = new ArrayList<Step>();
        if (!change.added().isEmpty()) {
            var last = standings.lastMessage(conversation.id(), change.added().getFirst());
            var joined = EventPacket.joined(conversation, last, actor, at);
            steps.add(notice(change.added(), joined, false, actor, Set.of(LOG, PUSH)));
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
        return people.find(conversation.organizationId(), ids);
    }

    /** One message for each. Of the deleted nobody speaks. */
    private static List<Said> said(
            List<UserId> about, Map<UserId, User> users, Function<User, Said> message) {
        return about.stream().map(users::get).filter(Objects::nonNull).map(message).toList();
    }

    private static Notice notice(
            List<UserId> recipients,
            RawJson packet,
            boolean exceptAsker,
            UserId actor,
            Set<Absent> whenAbsent) {
        return new Notice(recipients, packet, exceptAsker, actor, whenAbsent);
    }
}
