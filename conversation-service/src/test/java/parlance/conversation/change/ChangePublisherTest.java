package parlance.conversation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.RawJson;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.OtherServices;
import parlance.conversation.Settings;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.listing.ConversationRenderer;
import parlance.conversation.user.DeletedUserStore;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ChangePublisherTest {

    @Inject ConversationFixture conversationFixture;
    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;
    @Inject ConversationRenderer shown;
    @Inject DeletedUserStore deleted;

    @Test
    void withoutEventsTheAnswerAndTheDirectoryAreAllThatFollows() {
        var ann = caller("ann");
        var team = conversations.find(conversationFixture.group(ann, caller("bob"))).orElseThrow();
        List<Step> steps = List.of(new Said(ann.userId(), "hello", new RawJson("{}")));
        var silent = new ChangePublisher(directory, shown, deleted, Settings.withoutEvents());

        var handlerResult = silent.of(team, Map.of("success", true), steps);

        assertThat(changeIn(handlerResult).reply().text()).isEqualTo("{\"success\":true}");
        assertThat(changeIn(handlerResult).steps()).isEmpty();
        assertThat(handlerResult.events()).hasSize(1);
    }
}
