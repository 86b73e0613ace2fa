package parlance.conversation.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.conversation.ConversationConfig;
import parlance.conversation.change.UpdateConversation.Request;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.Conversation.Profile;
import parlance.conversation.document.ConversationType;
import parlance.internalapi.file.ImageUrls;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.Rejection;

/** Works out the version of a conversation that an update asks for. */
@Singleton
final class UpdateApplier {

    private static final UpdateConversation.People NO_CHANGE =
            new UpdateConversation.People(null, null);

    private final UserLookup userLookup;
    private final ImageUrls imageUrls;
    private final ConversationConfig config;

    UpdateApplier(UserLookup userLookup, ImageUrls imageUrls, ConversationConfig config) {
        this.userLookup = userLookup;
        this.imageUrls = imageUrls;
        this.config = config;
    }

    Conversation of(Conversation conversation, Command<Request> command, Instant now) {
        var request = command.request();
        var next = conversation.version() + 1;
        var profile = profileOf(conversation, command);
        if (conversation.type() == ConversationType.DIRECT) {
            var silent = Change.adding(List.of(), command.position(), next);
            return conversation.next(profile, conversation.participants(), silent, now);
        }
        var participants = request.participants() == null ? NO_CHANGE : request.participants();
        var admins = request.admins() == null ? NO_CHANGE : request.admins();
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
            imageUrls.grantAccess(image, command.caller(), conversation.id());
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
        return userLookup.findExisting(conversation.organizationId(), missing);
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
