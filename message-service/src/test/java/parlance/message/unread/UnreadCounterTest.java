package parlance.message.unread;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;
import parlance.internalapi.message.UnreadQuery.Place;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UnreadCounterTest {

    private final CommandClient client = CommandClient.shared();

    @Inject UnreadCounter unreadCounter;
    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void aMessageIsNewsUntilItIsRead() {
        var team = conversationFixture.begin(group(ann, bob));
        var before = say(team);
        assertThat(toAnn(team, before).messages()).containsExactly(before);

        client.ask(Route.MESSAGE_READ, ann, Map.of("cid", team.id()));
        var after = say(team);

        assertThat(toAnn(team, before, after).messages()).containsExactly(after);
    }

    @Test
    void whatIsDeletedOrHiddenIsNoNewsAndOnesOwnNeverWas() {
        var team = conversationFixture.begin(group(ann, bob));
        var deleted = say(team);
        var hidden = say(team);
        var own = new MessageId(ConversationFixture.say(client, ann, team, "mine"));
        delete(bob, team, deleted, "all");
        delete(ann, team, hidden, "myself");

        assertThat(toAnn(team, deleted, hidden, own).messages()).isEmpty();
    }

    @Test
    void countsWhatIsUnreadInAllConversationsNamed() {
        var team = conversationFixture.begin(group(ann, bob));
        var other = conversationFixture.begin(group(ann, bob));
        var quiet = conversationFixture.begin(group(ann, bob));
        say(team);
        client.ask(Route.MESSAGE_READ, ann, Map.of("cid", team.id()));
        say(team);
        say(other);
        say(other);

        var counted = List.of(team.id(), other.id(), quiet.id());

        assertThat(unreadCounter.of(new UnreadQuery.Reader(ann.userId(), List.of(), counted)))
                .isEqualTo(new UnreadMessages(ann.userId(), List.of(), 3));
        assertThat(
                        unreadCounter
                                .of(new UnreadQuery.Reader(bob.userId(), List.of(), counted))
                                .count())
                .isZero();
    }

    private UnreadMessages toAnn(DirectoryConversation directoryConversation, MessageId... ids) {
        var places =
                List.of(ids).stream().map(id -> new Place(directoryConversation.id(), id)).toList();
        return unreadCounter.of(new UnreadQuery.Reader(ann.userId(), places, List.of()));
    }

    private MessageId say(DirectoryConversation directoryConversation) {
        return new MessageId(ConversationFixture.say(client, bob, directoryConversation, "news"));
    }

    private void delete(Caller by, DirectoryConversation in, MessageId id, String type) {
        var request = Map.of("cid", in.id(), "ids", List.of(id), "type", type);
        var answer = client.ask(Route.MESSAGE_DELETE, by, request).response();
        assertThat(answer.path("success").asBoolean()).as("%s", answer).isTrue();
    }
}
