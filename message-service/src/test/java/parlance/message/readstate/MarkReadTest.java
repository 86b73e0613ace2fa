package parlance.message.readstate;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.message.MessageEvent.MessagesRead;
import parlance.kit.HandlerResult;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.message.Settings;
import parlance.message.directory.Conversations;
import parlance.message.document.HistoryFixture;
import parlance.message.document.HistoryStore;
import parlance.message.document.SeqRange;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class MarkReadTest {

    private static final int MANY = 20_000;

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject MarkRead markRead;
    @Inject ConversationDirectoryStore directory;
    @Inject ReadStateStore readStates;
    @Inject HistoryFixture historyFixture;
    @Inject HistoryStore history;
    @Inject Conversations conversations;
    @Inject ReadMarker readMarker;
    @Inject OptimisticRetry retry;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void tellsEachAuthorOnceOfWhatIsNewlyRead() {
        var cid = person("cid");
        team = conversationFixture.begin(group(ann, bob, cid));
        var annsPhone = client.connect(ann);
        var cidsPhone = client.connect(cid);
        var one = ConversationFixture.say(client, ann, team, "one");
        var two = ConversationFixture.say(client, ann, team, "two");
        var three = ConversationFixture.say(client, cid, team, "three");
        ConversationFixture.say(client, bob, team, "own");

        assertThat(read(bob, Map.of()).get("success").asBoolean()).isTrue();
        read(bob, Map.of());

        assertThat(client.awaitPacket(annsPhone, "message_read").get("message_read").toString())
                .isEqualTo(
                        Json.write(ReadPacket.of(team.id(), ids(two, one), bob.userId()).getFirst())
                                .substring("{\"message_read\":".length())
                                .replaceAll("}}$", "}"));
        assertThat(client.awaitPacket(cidsPhone, "message_read").at("/message_read/ids/0").asText())
                .isEqualTo(three);
        assertThat(readsOf(annsPhone)).hasSize(1);
    }

    @Test
    void theAuthorSeesThatItWasRead() {
        ConversationFixture.say(client, ann, team, "one");
        assertThat(statusFor(ann)).isEqualTo("sent");

        read(bob, Map.of());

        assertThat(statusFor(ann)).isEqualTo("read");
    }

    @Test
    void messagesMayBeReadOneByOneInAnyOrder() {
        var one = ConversationFixture.say(client, ann, team, "one");
        var two = ConversationFixture.say(client, ann, team, "two");
        var three = ConversationFixture.say(client, ann, team, "three");

        var last = handle(List.of(three));
        var first = handle(List.of(one, three, "nonsense"));
        var rest = handle(null);

        assertThat(idsIn(last)).containsExactly(three);
        assertThat(idsIn(first)).containsExactly(one);
        assertThat(idsIn(rest)).containsExactly(two);
        assertThat(handle(null).deliveries()).isEmpty();
    }

    @Test
    void whatIsHiddenIsReadWithTheRestAndItsAuthorHearsOfIt() {
        var hidden = ConversationFixture.say(client, ann, team, "one");
        client.ask(
                Route.MESSAGE_DELETE,
                bob,
                Map.of("cid", team.id(), "type", "myself", "ids", List.of(hidden)));

        var read = handle(null);

        assertThat(idsIn(read)).containsExactly(hidden);
        assertThat(statusFor(ann)).isEqualTo("read");
    }

    @Test
    void whatIsReadWithoutGapsIsOneCursor() {
        var one = ConversationFixture.say(client, ann, team, "one");
        ConversationFixture.say(client, bob, team, "own");
        var three = ConversationFixture.say(client, ann, team, "three");

        handle(List.of(three));
        handle(List.of(one));

        var state = readStates.get(team.id(), bob.userId()).state();
        assertThat(state.upTo()).isEqualTo(3);
        assertThat(state.beyond()).isEmpty();
    }

    /** One message is left unread, and very many after it are read a page at a time. */
    @Test
    void anOldUnreadMessageMakesReadingNoDearer() {
        historyFixture.says(team, MANY, ann);
        var ids = history.ofOthers(team.id(), bob.userId(), List.of(new SeqRange(2, MANY)));

        for (int from = 0; from < ids.size(); from += MarkRead.MAX_IDS) {
            var page = ids.subList(from, Math.min(ids.size(), from + MarkRead.MAX_IDS));
            var read = handle(page.stream().map(one -> one.id().value()).toList());
            assertThat(idsIn(read)).hasSameSizeAs(page);
        }

        var reader = readStates.get(team.id(), bob.userId());
        assertThat(reader.state().upTo()).isZero();
        assertThat(reader.state().ranges()).containsExactly(new SeqRange(2, MANY));
        assertThat(reader.readings())
                .allSatisfy(reading -> assertThat(reading.places()).hasSize(1));
        assertThat(idsIn(handle(null))).hasSize(1);
        assertThat(readStates.get(team.id(), bob.userId()).state())
                .isEqualTo(new ReadState(MANY, new TreeMap<>()));
    }

    @Test
    void moreIdsThanAPageHoldsAreRefused() {
        var ids = Collections.nCopies(MarkRead.MAX_IDS + 1, "65f1a0b2c3d4e5f601230003");

        assertThat(refusal(bob, Map.of("cid", team.id(), "ids", ids)))
                .isEqualTo("\"ids\" must contain less than or equal to 1000 items");
    }

    @Test
    void aReplayTellsTheSameAgainAlsoAfterTheReaderHasLeft() {
        var one = ConversationFixture.say(client, ann, team, "one");
        var command =
                Commands.from(
                        bob, Route.MESSAGE_READ, new MarkRead.Request(team.id().value(), null));
        var first = markRead.handle(command);
        directory.save(without(team, bob));

        var second = markRead.handle(command);

        assertThat(idsIn(first)).containsExactly(one);
        assertThat(idsIn(second)).containsExactly(one);
        assertThat(second.events()).isEqualTo(first.events());
    }

    @Test
    void otherServicesHearOfWhatIsNewlyRead() {
        ConversationFixture.say(client, ann, team, "one");
        var newest = ConversationFixture.say(client, ann, team, "two");
        ConversationFixture.say(client, bob, team, "own");

        var read = handle(null);
        var nothingNew = handle(null);

        assertThat(read.events())
                .containsExactly(
                        new MessagesRead(
                                team.id(),
                                team.organizationId(),
                                bob.userId(),
                                new MessageId(newest),
                                2,
                                Instant.parse("2026-01-01T12:00:00Z")));
        assertThat(nothingNew.events()).isEmpty();
    }

    @Test
    void tenThousandAreReadWithOneWriteAndOneEventForEachAuthor() {
        var cid = person("cid");
        team = conversationFixture.begin(group(ann, bob, cid));
        historyFixture.says(team, 10_000, ann, cid);

        var handlerResult = handle(null);

        assertThat(handlerResult.deliveries())
                .extracting(delivery -> delivery.recipients().getFirst())
                .containsExactlyInAnyOrder(ann.userId(), cid.userId());
        assertThat(idsIn(handlerResult)).hasSize(10_000).doesNotHaveDuplicates();
        var reader = readStates.get(team.id(), bob.userId());
        assertThat(reader.version()).isEqualTo(1);
        assertThat(reader.state()).isEqualTo(new ReadState(10_000, new TreeMap<>()));
    }

    @Test
    void whatIsTooLongForOneRecordIsToldInSeveral() {
        var ids =
                Stream.generate(() -> new MessageId(CommandClient.mintedId()))
                        .limit(45_000)
                        .toList();

        var packets = ReadPacket.of(team.id(), ids, bob.userId());

        assertThat(packets).flatExtracting(packet -> packet.body().ids()).isEqualTo(ids);
        assertThat(packets)
                .allSatisfy(packet -> assertThat(Json.bytes(packet)).hasSizeLessThan(1 << 20));
    }

    @Test
    void inAnOpenChannelEverybodyIsToldOfReaders() {
        team = conversationFixture.begin(conversation("c", ann, bob));
        var one = ConversationFixture.say(client, ann, team, "one");
        var open =
                new MarkRead(
                        conversations, readStates, readMarker, Settings.withOpenChannels(), retry);

        var read =
                open.handle(
                        Commands.from(
                                bob,
                                Route.MESSAGE_READ,
                                new MarkRead.Request(team.id().value(), null)));

        assertThat(idsIn(read)).containsExactly(one);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var channel = conversationFixture.begin(conversation("c", ann, bob));

        assertThat(refusal(bob, Map.of())).isEqualTo("'cid' field is required.");
        assertThat(refusal(bob, Map.of("cid", "nope"))).isEqualTo("Conversation not found.");
        assertThat(refusal(person("eve"), Map.of("cid", team.id()))).isEqualTo("Forbidden.");
        assertThat(refusal(bob, Map.of("cid", channel.id()))).isEqualTo("Forbidden.");
    }

    private HandlerResult handle(List<String> ids) {
        return markRead.handle(
                Commands.from(
                        bob,
                        Route.MESSAGE_READ,
                        new MarkRead.Request(
                                team.id().value(),
                                ids == null ? null : ids.stream().map(MessageId::new).toList())));
    }

    private static List<MessageId> ids(String... ids) {
        return List.of(ids).stream().map(MessageId::new).toList();
    }

    private static List<String> idsIn(HandlerResult handlerResult) {
        return handlerResult.deliveries().stream()
                .flatMap(delivery -> ((ReadPacket) delivery.packet()).body().ids().stream())
                .map(MessageId::value)
                .toList();
    }

    private String statusFor(Caller author) {
        return ConversationFixture.list(client, author, team, Map.of())
                .getFirst()
                .get("status")
                .asText();
    }

    private List<JsonNode> readsOf(parlance.contracts.ConnectionId connection) {
        return client.packetsTo(connection).stream().filter(p -> p.has("message_read")).toList();
    }

    private JsonNode read(Caller reader, Map<String, Object> fields) {
        var request = new java.util.HashMap<>(fields);
        request.put("cid", team.id());
        return client.ask(Route.MESSAGE_READ, reader, request).response();
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_READ, caller, request).errorText();
    }
}
