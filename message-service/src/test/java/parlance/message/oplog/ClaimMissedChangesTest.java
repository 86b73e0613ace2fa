package parlance.message.oplog;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.ReceivedEvent;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ClaimMissedChangesTest {

    private final CommandClient client = CommandClient.shared();

    @Inject OnOfflineDelivery listener;
    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void tellsMissedEditsAndDeletesOldestFirstAndOnce() {
        client.publish(Missing.of(bob, edit("one")));
        client.publish(Missing.of(bob, Missing.packet("not told")));
        client.publish(Missing.of(bob, "{\"message_delete\":{\"ids\":[\"two\"]}}"));
        var log = Missing.awaitLog(client, bob, 3);

        var told = claim();

        assertThat(told).containsExactly(edit("one"), "{\"message_delete\":{\"ids\":[\"two\"]}}");
        assertThat(claim()).isEmpty();
        assertThat(Missing.log(client, bob, Missing.EVERYTHING)).isEqualTo(log);
    }

    @Test
    void ofTwoDevicesThatComeAtTheSameMomentOneIsTold() {
        client.publish(Missing.of(bob, edit("one")));
        Missing.awaitLog(client, bob, 1);

        var phone = client.send(Route.CLAIM_MISSED, bob, Map.of(), CommandClient.mintedId());
        var tablet = client.send(Route.CLAIM_MISSED, bob, Map.of(), CommandClient.mintedId());

        var told = new ArrayList<String>(packetsIn(client.awaitAnswer(phone)));
        told.addAll(packetsIn(client.awaitAnswer(tablet)));
        assertThat(told).containsExactly(edit("one"));
    }

    @Test
    void whatABrokenConnectionHandsBackIsToldAgain() {
        var missed = Missing.of(bob, edit("one"));
        client.publish(missed);
        Missing.awaitLog(client, bob, 1);
        assertThat(claim()).hasSize(1);

        client.publish(missed);

        await().untilAsserted(() -> assertThat(claim()).containsExactly(edit("one")));
        assertThat(Missing.log(client, bob, Missing.EVERYTHING)).hasSize(1);
    }

    @Test
    void anEditThatALaterLiveOneReplacedIsLeftOut() {
        var team = conversationFixture.begin(group(ann, bob));
        var mid = ConversationFixture.say(client, ann, team, "helo");
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello"));
        Missing.awaitLog(client, bob, 2);
        var connection = client.connect(bob);
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello all"));
        client.awaitPacket(connection, "message_edit");

        assertThat(claim()).isEmpty();
    }

    @Test
    void editsThatWereAllMissedAreAllTold() {
        var team = conversationFixture.begin(group(ann, bob));
        var mid = ConversationFixture.say(client, ann, team, "helo");
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello"));
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello all"));
        Missing.awaitLog(client, bob, 3);

        assertThat(claim())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"body\":\"hello\""),
                        second -> assertThat(second).contains("\"body\":\"hello all\""));
    }

    @Test
    void whoIsBackBeforeTheLogKnowsIsToldByTheLog() {
        var phone = client.connect(bob);
        var tablet = client.connect(bob);
        assertThat(claim()).isEmpty();

        client.publish(Missing.of(bob, edit("late")));

        await().untilAsserted(() -> {
            var told = new ArrayList<JsonNode>(client.packetsTo(phone));
            told.addAll(client.packetsTo(tablet));
            assertThat(told).extracting(JsonNode::toString).containsExactly(edit("late"));
        });
        assertThat(claim()).isEmpty();
    }

    @Test
    void aReplayOfTheLogTellsTheSameAgain() {
        client.connect(bob);
        var position = new Position("deliveries.offline-" + bob.userId(), 7, 0);
        var receivedEvent =
                new ReceivedEvent<>(Missing.of(bob, edit("late")), position, Instant.now());

        var first = listener.handle(List.of(receivedEvent));

        assertThat(first.getFirst().deliveries()).hasSize(1);
        assertThat(listener.handle(List.of(receivedEvent))).isEqualTo(first);
    }

    private List<String> claim() {
        return packetsIn(client.ask(Route.CLAIM_MISSED, bob, Map.of()));
    }

    private static List<String> packetsIn(Answer answer) {
        var packets = new ArrayList<String>();
        answer.response()
                .get("packets")
                .forEach(packet -> packets.add(packet.get("packet").toString()));
        return packets;
    }

    private static String edit(String body) {
        return "{\"message_edit\":{\"id\":\"m\",\"body\":\"" + body + "\"}}";
    }
}
