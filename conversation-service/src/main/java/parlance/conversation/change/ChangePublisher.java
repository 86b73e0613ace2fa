package parlance.conversation.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Rejoined;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.conversation.ConversationEvent.ConversationSaved;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.ConversationConfig;
import parlance.conversation.directory.DirectoryEntry;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.ConversationType;
import parlance.conversation.listing.ConversationRenderer;
import parlance.conversation.user.DeletedUserStore;
import parlance.internalapi.conversation.ConversationPacket;
import parlance.kit.HandlerResult;
import parlance.kit.directory.ConversationDirectoryStore;

/**
 * What follows from a change that is stored: the directory knows it before clients are told; the
 * answer and all that clients see go to message-service as one record, or as few as hold it, in its
 * place among the conversation's messages.
 */
@Singleton
public final class ChangePublisher {

    private final ConversationDirectoryStore directory;
    private final ConversationRenderer shown;
    private final DeletedUserStore deleted;
    private final ConversationConfig config;

    ChangePublisher(
            ConversationDirectoryStore directory,
            ConversationRenderer shown,
            DeletedUserStore deleted,
            ConversationConfig config) {
        this.directory = directory;
        this.shown = shown;
        this.deleted = deleted;
        this.config = config;
    }

    /** With the conversation as it now is for an answer. */
    public HandlerResult answering(Conversation stored, List<? extends Step> steps) {
        return of(stored, new ConversationPacket.Answer(shown.of(stored)), steps);
    }

    /** The same for a conversation that may have been there before, and moved with its messages. */
    public HandlerResult answeringWithLastMove(Conversation stored, List<? extends Step> steps) {
        var answer = new ConversationPacket.Answer(shown.of(stored));
        return of(stored, answer, steps, stored.updatedAt());
    }

    /**
     * @param reply null if no client waits for it
     * @param steps in the order in which clients see them
     */
    public HandlerResult of(
            Conversation stored, @Nullable Object reply, List<? extends Step> steps) {
        return of(stored, reply, steps, null);
    }

    private HandlerResult of(
            Conversation stored,
            @Nullable Object reply,
            List<? extends Step> steps,
            @Nullable Instant changedAt) {
        directory.save(DirectoryEntry.of(stored));
        var answer = reply == null ? null : new RawJson(Json.write(reply));
        var result = HandlerResult.noReply().publish(eventOf(stored));
        var told = config.events() ? steps : List.<Step>of();
        for (var part : ChangeSplitter.of(stored, answer, told, changedAt)) {
            result = result.forward(Route.PUBLISH_CONVERSATION_CHANGE, stored.id().value(), part);
        }
        return removingDeletedUsers(stored, result);
    }

    /** Tells these people of a conversation in which {@code author} has sent them a message. */
    public HandlerResult rejoined(Conversation stored, List<Participant> people, UserId author) {
        directory.save(DirectoryEntry.of(stored));
        var packet = EventPacket.created(stored, author, stored.updatedAt());
        var change =
                new ConversationChange(
                        stored.id(),
                        stored.organizationId(),
                        stored.type().wireName(),
                        people.stream().mapToLong(Participant::joinedAt).max().orElseThrow(),
                        0,
                        null,
                        stored.type() == ConversationType.DIRECT
                                ? stored.participantIds()
                                : List.of(),
                        List.of(
                                new Rejoined(
                                        people.stream().map(Participant::userId).toList(),
                                        packet,
                                        author)));
        return HandlerResult.noReply()
                .publish(eventOf(stored))
                .forward(Route.PUBLISH_CONVERSATION_CHANGE, stored.id().value(), change);
    }

    /** A user may be deleted while a change adds them; a direct conversation keeps its people. */
    private HandlerResult removingDeletedUsers(Conversation stored, HandlerResult result) {
        if (stored.type() == ConversationType.DIRECT) {
            return result;
        }
        var id = stored.id();
        var complete = result;
        for (var gone : deleted.among(stored.participantIds())) {
            complete =
                    complete.forward(
                            Route.REMOVE_DELETED_USER, id.value(), new RemoveDeletedUser(id, gone));
        }
        return complete;
    }

    public static ConversationSaved eventOf(Conversation stored) {
        return new ConversationSaved(
                stored.id(),
                stored.organizationId(),
                stored.version(),
                stored.type().wireName(),
                stored.profile().name(),
                stored.ownerId(),
                stored.participantIds());
    }
}
