package parlance.message.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.internalapi.conversation.Candidate;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ConversationSummariesTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T00:00:00Z");
    private final CommandClient client = CommandClient.shared();

    @Inject ConversationSummaries conversationSummaries;
    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void aMessageMovesItsConversationAndCountsForTheOthers() {
        var quiet = conversationFixture.begin(group(ann, bob));
        var lively = conversationFixture.begin(group(ann, bob));
        ConversationFixture.say(client, bob, lively, "one");
        var last = ConversationFixture.say(client, bob, lively, "two");

        var page = conversationSummaries.page(query(ann, null, 10, quiet, lively));

        assertThat(page)
                .extracting(ConversationSummary::conversationId)
                .containsExactly(lively.id(), quiet.id());
        assertThat(page).extracting(ConversationSummary::unread).containsExactly(2L, 0L);
        assertThat(page.get(0).updatedAt()).isAfter(LONG_AGO);
        assertThat(page.get(1).updatedAt()).isEqualTo(LONG_AGO);
        assertThat(page.get(1).lastMessage()).isNull();
        var lastMessage = Json.tree(page.get(0).lastMessage().text().getBytes());
        assertThat(lastMessage.get("_id").asText()).isEqualTo(last);
        assertThat(lastMessage.get("status").asText()).isEqualTo("sent");
        assertThat(lastMessage.has("cid")).isFalse();
    }

    @Test
    void onesOwnMessagesAreNotUnread() {
        var team = conversationFixture.begin(group(ann, bob));
        ConversationFixture.say(client, bob, team, "one");

        assertThat(conversationSummaries.page(query(bob, null, 10, team)).getFirst().unread())
                .isZero();
    }

    @Test
    void givesNoMoreThanAskedAndOnlyWhatMovedInBetween() {
        var one = conversationFixture.begin(group(ann, bob));
        var two = conversationFixture.begin(group(ann, bob));

        assertThat(conversationSummaries.page(query(ann, null, 1, one, two))).hasSize(1);
        assertThat(conversationSummaries.page(query(ann, LONG_AGO, 10, one, two))).isEmpty();
        assertThat(conversationSummaries.page(query(ann, FAR_OFF, 10, one, two))).isEmpty();
    }

    private static SummariesQuery query(
            Caller reader,
            Instant after,
            int limit,
            DirectoryConversation... directoryConversations) {
        var candidates =
                List.of(directoryConversations).stream()
                        .map(c -> new Candidate(c.id(), null, LONG_AGO))
                        .toList();
        return new SummariesQuery(reader.userId(), candidates, after, null, limit);
    }
}
