package parlance.conversation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.internalapi.conversation.MembershipQuery;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class MembershipResourceTest {

    @Inject MembershipResource resource;
    @Inject ConversationFixture conversationFixture;

    @Test
    void namesTheConversationsOfEachAndNobodyElses() {
        var ann = caller("ann");
        var bob = caller("bob");
        var cat = caller("cat");
        var both = conversationFixture.group(ann, bob);
        var anns = conversationFixture.group(ann, cat);

        var users = List.of(ann.userId(), bob.userId(), caller("dan").userId());
        var answer = resource.find(new MembershipQuery(users));

        assertThat(answer).extracting(one -> one.userId()).containsExactlyElementsOf(users);
        assertThat(answer.get(0).conversationIds()).containsExactlyInAnyOrder(both, anns);
        assertThat(answer.get(1).conversationIds()).containsExactly(both);
        assertThat(answer.get(2).conversationIds()).isEmpty();
    }
}
