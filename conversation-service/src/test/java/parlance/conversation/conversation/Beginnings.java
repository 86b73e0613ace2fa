package parlance.conversation.conversation;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.Callers;
import parlance.kit.Outcome;

/** Conversations for tests, and a look at what is handed over for them. */
@Singleton
public final class Beginnings {

    private final CreateConversation createConversation;

    Beginnings(CreateConversation createConversation) {
        this.createConversation = createConversation;
    }

    public ConversationId group(Caller owner, Caller... others) {
        return begin("g", "Team", owner, others);
    }

    /** Of any type, under any name. */
    public ConversationId begin(String type, String name, Caller owner, Caller... others) {
        var ids = Arrays.stream(others).map(Caller::userId).toList();
        var request =
                new CreateConversation.Request(
                        type, name, null, null, ids.isEmpty() ? null : ids, null, null);
        return changeIn(
                        createConversation.handle(
                                Callers.command(owner, Route.CONVERSATION_CREATE, request)))
                .conversationId();
    }

    public static ConversationChange changeIn(Outcome outcome) {
        return (ConversationChange) outcome.forwards().getFirst().request();
    }

    /** Each step in a word: the name of an event, or what a participant message says. */
    public static List<String> storyIn(Outcome outcome) {
        return changeIn(outcome).steps().stream().map(Beginnings::wordFor).toList();
    }

    private static String wordFor(Step step) {
        return switch (step) {
            case Said said -> said.body();
            case Notice notice ->
                    notice.packet().text().replaceAll("^.*\"x\":\\{\"(\\w+)\".*$", "$1");
        };
    }
}
