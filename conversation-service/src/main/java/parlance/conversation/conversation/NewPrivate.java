package parlance.conversation.conversation;

import static parlance.contracts.Absent.LOG;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.conversation.Conversation.Change;
import parlance.conversation.conversation.Conversation.Participant;
import parlance.conversation.picture.Pictures;
import parlance.conversation.standing.Standings;
import parlance.kit.Command;
import parlance.kit.Outcome;

/** Begins a 1-1, or finds the one that there is and brings back who has left it. */
@Singleton
final class NewPrivate {

    private final ConversationStore conversations;
    private final Opponents opponents;
    private final Pictures pictures;
    private final Publication publication;
    private final Standings standings;
    private final Clock clock;

    NewPrivate(
            ConversationStore conversations,
            Opponents opponents,
            Pictures pictures,
            Publication publication,
            Standings standings,
            Clock clock) {
        this.conversations = conversations;
        this.opponents = opponents;
        this.pictures = pictures;
        this.publication = publication;
        this.standings = standings;
        this.clock = clock;
    }

    Outcome open(Command<CreateConversation.Request> command) {
        var own = conversations.find(new ConversationId(command.mintedId()));
        return own.isPresent() ? outcome(own.get(), command) : openPair(command);
    }

    /** Until nobody else was faster. */
    private Outcome openPair(Command<CreateConversation.Request> command) {
        var caller = command.caller().userId();
        var opponent = opponents.find(command.caller(), command.request());
        var pair = PairKey.of(caller, opponent, command.request().isEncrypted());
        while (true) {
            var existing = conversations.findByPair(pair).orElse(null);
            if (existing == null) {
                var made = make(opponent, command);
                if (conversations.add(made)) {
                    return outcome(made, command);
                }
            } else {
                var whole = withBoth(existing, List.of(caller, opponent), command.position());
                if (whole.equals(existing) || conversations.replace(whole)) {
                    var lastMove = standings.lastMove(whole.id(), whole.updatedAt(), caller);
                    return outcome(whole.shownAsOf(lastMove), command);
                }
            }
        }
    }

    private Conversation make(UserId opponent, Command<CreateConversation.Request> command) {
        var both = List.of(command.caller().userId(), opponent);
        var image = command.request().image();
        if (image != null) {
            pictures.show(image, command.caller(), new ConversationId(command.mintedId()));
        }
        var now = now();
        return new Conversation(
                new ConversationId(command.mintedId()),
                command.caller().organizationId(),
                Kind.PRIVATE,
                1,
                command.caller().userId(),
                opponent,
                command.request().isEncrypted(),
                command.request().profile(),
                both.size(),
                both.stream().map(userId -> new Participant(userId, 1, false)).toList(),
                List.of(Change.adding(both, command.position(), 1)),
                now,
                now);
    }

    private Conversation withBoth(Conversation existing, List<UserId> both, Position position) {
        var missing = both.stream().filter(userId -> !existing.includes(userId)).toList();
        return missing.isEmpty() || existing.changeAt(position).isPresent()
                ? existing
                : existing.with(missing, position, now());
    }

    /** Told to whom this command brought in, and to the caller's other connections. */
    private Outcome outcome(
            Conversation conversation, Command<CreateConversation.Request> command) {
        var caller = command.caller().userId();
        var told = new LinkedHashSet<UserId>();
        conversation.changeAt(command.position()).ifPresent(change -> told.addAll(change.added()));
        told.add(caller);
        var created =
                new Notice(
                        List.copyOf(told),
                        EventPacket.created(conversation, caller, now()),
                        true,
                        caller,
                        Set.of(LOG));
        return publication.answering(conversation, List.of(created));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
