package parlance.conversation.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.conversation.ConversationEvent.ConversationSaved;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.ConversationConfig;
import parlance.conversation.user.DeletedUserStore;
import parlance.kit.Outcome;
import parlance.kit.directory.ConversationDirectoryStore;

/**
 * What follows from a change that is stored: the directory knows it before anybody is told; the
 * answer and all that clients see go to message-service as one record, or as few as hold it, in its
 * place among the conversation's messages.
 */
@Singleton
public final class Publication {

    private final ConversationDirectoryStore directory;
    private final ShownConversations shown;
    private final DeletedUserStore deleted;
    private final ConversationConfig config;

    Publication(
            ConversationDirectoryStore directory,
            ShownConversations shown,
            DeletedUserStore deleted,
            ConversationConfig config) {
        this.directory = directory;
        this.shown = shown;
        this.deleted = deleted;
        this.config = config;
    }

    /** With the conversation as it now is for an answer. */
    Outcome answering(Conversation stored, List<? extends Step> steps) {
        return of(stored, new ConversationPacket.Answer(shown.of(stored)), steps);
    }

    /**
     * @param reply none if nobody waits for it
     * @param steps in the order in which clients see them
     */
    public Outcome of(Conversation stored, @Nullable Object reply, List<? extends Step> steps) {
        directory.save(DirectoryEntry.of(stored));
        var answer = reply == null ? null : new RawJson(Json.write(reply));
        var outcome = Outcome.silent().publish(eventOf(stored));
        for (var part : ChangeParts.of(stored, answer, config.events() ? steps : List.of())) {
            outcome = outcome.forward(Route.PUBLISH_CONVERSATION_CHANGE, stored.id().value(), part);
        }
        return removingDeletedUsers(stored, outcome);
    }

    /** Whoever was deleted after this change had found them alive; a 1-1 keeps its people. */
    private Outcome removingDeletedUsers(Conversation stored, Outcome outcome) {
        if (stored.kind() == Kind.PRIVATE) {
            return outcome;
        }
        var id = stored.id();
        var complete = outcome;
        for (var gone : deleted.among(stored.participantIds())) {
            complete =
                    complete.forward(
                            Route.REMOVE_DELETED_USER, id.value(), new RemoveDeletedUser(id, gone));
        }
        return complete;
    }

    static ConversationSaved eventOf(Conversation stored) {
        return new ConversationSaved(
                stored.id(),
                stored.organizationId(),
                stored.version(),
                stored.kind().wireName(),
                stored.profile().name(),
                stored.ownerId(),
                stored.participantIds());
    }
}
