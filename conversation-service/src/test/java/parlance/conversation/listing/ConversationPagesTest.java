package parlance.conversation.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ShownQuery;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ConversationPagesTest {

    @Inject ConversationPages pages;
    @Inject ConversationFixture conversationFixture;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller eve = caller("eve");

    @Test
    void aUsersOwnConversationsMayStandOnAPage() {
        var first = conversationFixture.begin("g", "First", ann, bob);
        var second = conversationFixture.begin("g", "Second", ann, bob);

        assertThat(candidates(ann, null, null)).containsExactlyInAnyOrder(first, second);
        assertThat(candidates(eve, null, null)).isEmpty();
        assertThat(candidates(bob, List.of(first, new ConversationId("nonsense")), null))
                .containsExactly(first);
        assertThat(candidates(eve, List.of(first), null)).isEmpty();
    }

    @Test
    void findsOwnConversationsByAnyPartOfTheirNameAndChannelsOfOthers() {
        var word = CommandClient.mintedId();
        var team = conversationFixture.begin("g", "The (" + word + "x) Team", ann, bob);
        var news = conversationFixture.begin("c", word, ann);
        conversationFixture.begin("g", "Others", ann, bob);

        assertThat(candidates(bob, null, "(" + word.toUpperCase() + "X")).containsExactly(team);
        assertThat(candidates(ann, null, word)).containsExactlyInAnyOrder(team, news);
        assertThat(candidates(ann, null, word + ".")).isEmpty();
        assertThat(candidates(eve, null, word)).containsExactly(news);
    }

    /** BSON 1.1: a pattern is a C string, and has no NUL in it. */
    @Test
    void aNulIsInNoName() {
        assertThat(candidates(ann, null, "a\0b")).isEmpty();
    }

    @Test
    void showsOnlyConversationsInWhichTheUserTakesPart() {
        var team = conversationFixture.begin("g", "Team", ann, bob);

        var shown =
                pages.findShown(new ShownQuery(ann.organizationId(), ann.userId(), List.of(team)));

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().packet().id()).isEqualTo(team);
        assertThat(shown.getFirst().packet().participants()).isNull();
        assertThat(shown.getFirst().participants()).isEqualTo(2);
        assertThat(
                        pages.findShown(
                                new ShownQuery(ann.organizationId(), eve.userId(), List.of(team))))
                .isEmpty();
        var other = new OrganizationId("other");
        assertThat(pages.findShown(new ShownQuery(other, ann.userId(), List.of(team)))).isEmpty();
    }

    @Test
    void tellsWhoTakesPartAndWhoLeads() {
        var team = conversationFixture.begin("g", "Team", ann, bob);

        var details = pages.findDetails(team);

        assertThat(details.packet().organizationId()).isEqualTo(ann.organizationId());
        assertThat(details.participants()).containsExactlyInAnyOrder(ann.userId(), bob.userId());
        assertThat(details.admins()).containsExactly(ann.userId());
        assertThatThrownBy(() -> pages.findDetails(new ConversationId("nonsense")))
                .isInstanceOf(NotFoundException.class);
    }

    private List<ConversationId> candidates(
            Caller user, @Nullable List<ConversationId> ids, @Nullable String name) {
        var query = new CandidatesQuery(user.organizationId(), user.userId(), ids, name);
        return pages.findCandidates(query).stream().map(Candidate::conversationId).toList();
    }
}
