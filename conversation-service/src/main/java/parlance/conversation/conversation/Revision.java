package parlance.conversation.conversation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.conversation.ConversationConfig;
import parlance.conversation.conversation.Conversation.Change;
import parlance.conversation.conversation.Conversation.Participant;
import parlance.conversation.conversation.Conversation.Profile;
import parlance.conversation.conversation.UpdateConversation.Request;
import parlance.conversation.picture.Pictures;
import parlance.conversation.user.People;
import parlance.kit.Command;
import parlance.kit.Rejection;

/** Works out the version of a conversation that an update asks for. */
@Singleton
final class Revision {

    private static final UpdateConversation.People NOBODY =
            new UpdateConversation.People(null, null);

    private final People people;
    private final Pictures pictures;
    private final ConversationConfig config;

    Revision(People people, Pictures pictures, ConversationConfig config) {
        this.people = people;
        this.pictures = pictures;
        this.config = config;
    }

    Conversation of(Conversation conversation, Command<Request> command, Instant now) {
        var request = command.request();
        var next = conversation.version() + 1;
        var profile = profileOf(conversation, command);
        if (conversation.kind() == Kind.PRIVATE) {
            var silent = Change.adding(List.of(), command.position(), next);
            return conversation.next(profile, conversation.participants(), silent, now);
        }
        var participants = request.participants() == null ? NOBODY : request.participants();
        var admins = request.admins() == null ? NOBODY : request.admins();
        var invited = newcomers(conversation, participants, admins);
        if (conversation.size() + invited.size() > config.maxParticipants()) {
            throw new Rejection(ErrorCode.PARTICIPANTS_LIMIT);
        }
        var everybody = new ArrayList<>(conversation.participants());
        invited.forEach(id -> everybody.add(new Participant(id, next, false)));
        everybody.removeIf(one -> participants.removed().contains(one.userId()));
        everybody.replaceAll(one -> promoted(one, admins));
        return conversation.next(
                profile,
                everybody,
                new Change(
                        command.position(),
                        next,
                        without(invited, participants.removed()),
                        leavers(conversation, participants),
                        isAnnounced(request),
                        request.image() != null),
                now);
    }

    private Profile profileOf(Conversation conversation, Command<Request> command) {
        var before = conversation.profile();
        var request = command.request();
        var image = request.image();
        if (image != null) {
            pictures.show(image, command.caller(), conversation.id());
        }
        return new Profile(
                request.name() == null ? before.name() : request.name(),
                request.description() == null ? before.description() : request.description(),
                image == null ? before.image() : image);
    }

    /** Known people who do not take part yet; who becomes an admin joins as well. */
    private List<UserId> newcomers(
            Conversation conversation,
            UpdateConversation.People participants,
            UpdateConversation.People admins) {
        var missing =
                Stream.concat(participants.added().stream(), admins.added().stream())
                        .distinct()
                        .filter(id -> !conversation.includes(id))
                        .toList();
        return people.existing(conversation.organizationId(), missing);
    }

    private static List<UserId> leavers(
            Conversation conversation, UpdateConversation.People participants) {
        return participants.removed().stream().distinct().filter(conversation::includes).toList();
    }

    private static Participant promoted(Participant one, UpdateConversation.People admins) {
        var admin =
                (one.admin() || admins.added().contains(one.userId()))
                        && !admins.removed().contains(one.userId());
        return new Participant(one.userId(), one.joinedAt(), admin);
    }

    private static boolean isAnnounced(Request request) {
        return request.name() != null
                || request.description() != null
                || request.participants() != null
                || request.image() != null;
    }

    private static List<UserId> without(List<UserId> ids, List<UserId> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
