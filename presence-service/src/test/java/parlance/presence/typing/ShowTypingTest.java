package parlance.presence.typing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.directory.BlockListStore;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ShowTypingTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationDirectoryStore directory;
    @Inject BlockListStore blockLists;
    @Inject ShowTyping handler;

    private final Caller ann = PresenceFixture.person();
    private final Caller bob = PresenceFixture.person();
    private final Caller cat = PresenceFixture.person();

    @Test
    void theOthersSeeItOnAllDevicesAndTheTypistOnNone() {
        var team = talk("g", ann, bob, cat);
        var annsTablet = client.connect(ann);
        var bobsPhone = client.connect(bob);
        var bobsTablet = client.connect(bob);

        type(ann, Map.of("cid", team, "status", "stop"));

        var seen = client.awaitLight(bobsPhone, packet -> packet.has("typing"));
        var seconds = seen.at("/typing/t").asLong();
        assertThat(Instant.ofEpochSecond(seconds)).isAfter(Instant.now().minusSeconds(60));
        assertThat(seen)
                .hasToString(
                        "{\"typing\":{\"cid\":\"%s\",\"from\":\"%s\",\"c_type\":\"g\",\"t\":%d,\"status\":\"stop\"}}"
                                .formatted(team, ann.userId(), seconds));
        assertThat(client.lightsTo(bobsTablet)).containsExactly(seen);
        assertThat(client.lightsTo(annsTablet)).isEmpty();
    }

    @Test
    void nothingIsAnsweredAndNothingIsKept() {
        var pair = talk("u", ann, bob);

        type(ann, Map.of("cid", pair));
        var fence = refusalOf(ann, Map.of());

        assertThat(fence).isEqualTo("'cid' field is required.");
        try (var inbox = client.view(Topic.GATEWAY_INBOX);
                var offline = client.view(Topic.DELIVERIES_OFFLINE)) {
            assertThat(inbox.all(record -> record.value().toString().contains(pair))).isEmpty();
            assertThat(
                            offline.all(record ->
                                    record.headers()
                                            .get(RecordHeaderNames.USERS)
                                            .contains(bob.userId().value())))
                    .isEmpty();
        }
    }

    @Test
    void refusesInTheOrderOfTheProtocol() {
        assertThat(refusalOf(ann, Map.of())).isEqualTo("'cid' field is required.");
        assertThat(refusalOf(ann, Map.of("cid", 5))).isEqualTo("'cid' field is required.");
        assertThat(refusalOf(ann, Map.of("cid", "x", "status", 1)))
                .isEqualTo("\"status\" must be a string");
        for (var unknown : List.of("nonsense", CommandClient.mintedId())) {
            assertThat(refusalOf(ann, Map.of("cid", unknown))).isEqualTo("Conversation not found.");
        }
        assertThat(refusalOf(ann, Map.of("cid", talk("c", ann, bob)))).isEqualTo("Forbidden.");
        assertThat(refusalOf(ann, Map.of("cid", talk("g", bob, cat)))).isEqualTo("Forbidden.");
        var stranger = PresenceFixture.personIn("another");
        assertThat(refusalOf(stranger, Map.of("cid", talk("g", ann, bob))))
                .isEqualTo("Conversation not found.");
    }

    @Test
    void aBlockSilencesBothOfAPairAndNobodyInAGroup() {
        var pair = talk("u", ann, bob);
        var team = talk("g", ann, bob);
        blockLists.save(bob.userId(), 1, List.of(ann.userId()));
        var bobsPhone = client.connect(bob);

        for (var one : List.of(ann, bob)) {
            assertThat(refusalOf(one, Map.of("cid", pair)))
                    .isEqualTo(
                            "Communication is not possible - you are in a block list of the"
                                    + " recipient.");
        }
        type(ann, Map.of("cid", team));

        assertThat(awaitTyping(bobsPhone).path("cid").asText()).isEqualTo(team);
    }

    @Test
    void whoIsAloneInAPairTypesForNobody() {
        assertThat(handle(ann, directWithout(bob, ann), Instant.now()).ephemerals())
                .allSatisfy(light -> assertThat(light.recipients()).isEmpty());
    }

    @Test
    void whatComesTooLateOrTooOftenIsDroppedWithoutAWord() {
        var pair = talk("u", ann, bob);
        var now = Instant.now();

        assertThat(handle(ann, pair, now.minusSeconds(10))).isEqualTo(HandlerResult.noReply());
        for (int i = 0; i < 5; i++) {
            assertThat(handle(ann, pair, now).ephemerals()).hasSize(1);
        }
        assertThat(handle(ann, pair, now)).isEqualTo(HandlerResult.noReply());
        assertThat(handle(bob, pair, now).ephemerals()).hasSize(1);
    }

    private HandlerResult handle(Caller typist, String cid, Instant at) {
        return handler.handle(
                new Command<>(
                        Route.TYPING,
                        new ShowTyping.Request(cid, null),
                        typist,
                        null,
                        "",
                        new Position("presence.commands-0", 1, 0),
                        at,
                        null,
                        null));
    }

    private void type(Caller typist, Object request) {
        client.send(Route.TYPING, typist, request, CommandClient.mintedId());
    }

    private String refusalOf(Caller typist, Object request) {
        return client.ask(Route.TYPING, typist, request).errorText();
    }

    private JsonNode awaitTyping(ConnectionId connection) {
        return client.awaitLight(connection, packet -> packet.has("typing")).path("typing");
    }

    private String talk(String type, Caller... participants) {
        var joined = new HashMap<UserId, Participant>();
        for (var one : participants) {
            joined.put(one.userId(), new Participant(1, false));
        }
        var id = new ConversationId(CommandClient.mintedId());
        directory.save(
                new DirectoryConversation(
                        id,
                        new OrganizationId("default"),
                        1,
                        type,
                        "Team",
                        participants[0].userId(),
                        joined));
        return id.value();
    }

    /** A direct conversation that the peer has left. */
    private String directWithout(Caller peer, Caller owner) {
        var id = new ConversationId(CommandClient.mintedId());
        directory.save(
                new DirectoryConversation(
                        id,
                        new OrganizationId("default"),
                        1,
                        "u",
                        null,
                        owner.userId(),
                        Map.of(owner.userId(), new Participant(1, false)),
                        peer.userId()));
        return id.value();
    }
}
