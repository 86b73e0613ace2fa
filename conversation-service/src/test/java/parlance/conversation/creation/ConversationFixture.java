package parlance.conversation.creation;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Rejoined;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.file.ImageRef;
import parlance.conversation.Callers;
import parlance.kit.HandlerResult;

/** Conversations for tests, and a look at what is handed over for them. */
@Singleton
public final class ConversationFixture {

    private final CreateConversation createConversation;

    ConversationFixture(CreateConversation createConversation) {
        this.createConversation = createConversation;
    }

    public ConversationId group(Caller owner, Caller... others) {
        return begin("g", "Team", owner, others);
    }

    /** Of any type, under any name. */
    public ConversationId begin(String type, String name, Caller owner, Caller... others) {
        return changeIn(create(type, name, null, owner, others)).conversationId();
    }

    public HandlerResult create(
            String type, String name, @Nullable ImageRef image, Caller owner, Caller... others) {
        var ids = Arrays.stream(others).map(Caller::userId).toList();
        var request =
                new CreateConversation.Request(
                        type, name, null, null, ids.isEmpty() ? null : ids, image, null);
        return createConversation.handle(
                Callers.command(owner, Route.CONVERSATION_CREATE, request));
    }

    public static ConversationChange changeIn(HandlerResult handlerResult) {
        return (ConversationChange) handlerResult.forwards().getFirst().request();
    }

    /** Each step in a word: the name of an event, or what a participant message says. */
    public static List<String> storyIn(HandlerResult handlerResult) {
        return changeIn(handlerResult).steps().stream().map(ConversationFixture::wordFor).toList();
    }

    private static String eventIn(RawJson packet) {
        return packet.text().replaceAll("^.*\"x\":\\{\"(\\w+)\".*$", "$1");
    }

    private static String wordFor(Step step) {
        return switch (step) {
            case Said said -> said.body();
            case Notice notice -> eventIn(notice.packet());
            case Rejoined rejoined -> eventIn(rejoined.packet());
        };
    }
}
