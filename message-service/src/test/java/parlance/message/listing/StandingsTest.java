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
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.kit.directory.Conversation;
import parlance.message.OtherServices;
import parlance.message.Talk;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class StandingsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2100-01-01T00:00:00Z");
    private final CommandClient client = CommandClient.shared();

    @Inject Standings standings;
    @Inject Talk talk;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void aMessageMovesItsConversationAndCountsForTheOthers() {
        var quiet = talk.begin(group(ann, bob));
        var lively = talk.begin(group(ann, bob));
        Talk.say(client, bob, lively, "one");
        var last = Talk.say(client, bob, lively, "two");

        var page = standings.page(query(ann, null, 10, quiet, lively));

        assertThat(page)
                .extracting(ConversationHead::conversationId)
                .containsExactly(lively.id(), quiet.id());
        assertThat(page).extracting(ConversationHead::unread).containsExactly(2L, 0L);
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
        var team = talk.begin(group(ann, bob));
        Talk.say(client, bob, team, "one");

        assertThat(standings.page(query(bob, null, 10, team)).getFirst().unread()).isZero();
    }

    @Test
    void givesNoMoreThanAskedAndOnlyWhatMovedInBetween() {
        var one = talk.begin(group(ann, bob));
        var two = talk.begin(group(ann, bob));

        assertThat(standings.page(query(ann, null, 1, one, two))).hasSize(1);
        assertThat(standings.page(query(ann, LONG_AGO, 10, one, two))).isEmpty();
        assertThat(standings.page(query(ann, FAR_OFF, 10, one, two))).isEmpty();
    }

    private static HeadsQuery query(
            Caller reader, Instant after, int limit, Conversation... conversations) {
        var candidates =
                List.of(conversations).stream().map(c -> new Candidate(c.id(), LONG_AGO)).toList();
        return new HeadsQuery(reader.userId(), candidates, after, null, limit);
    }
}
