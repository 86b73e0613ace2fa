package parlance.message.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.file.FileUrlsAnswer;
import parlance.contracts.file.FindSharedFileUrls;
import parlance.contracts.file.FindSharedFileUrls.SharedFile;
import parlance.kit.Effect.Reply;
import parlance.kit.Rejection;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class FindSharedUrlsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject FindSharedUrls findSharedUrls;
    @Inject ConversationFixture conversationFixture;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private final Caller eve = person("eve");
    private final FileId file = new FileId(CommandClient.mintedId());
    private final FileId objectId = new FileId(CommandClient.mintedId());

    @Test
    void whoGotAMessageMayReadItsFileByWhicheverIdItWasSent() {
        var team = conversationFixture.begin(group(ann, bob));
        assertThat(readable(bob)).isEmpty();

        send(team, objectId);

        assertThat(readable(bob)).containsExactly(file);
        assertThat(readable(eve)).isEmpty();
        var second = new FileId(CommandClient.mintedId());
        send(team, second);
        assertThat(
                        readable(
                                bob,
                                new SharedFile(
                                        second,
                                        objectId,
                                        ann.userId(),
                                        List.of(),
                                        "https://files.example.org/second")))
                .containsExactly(second);
    }

    @Test
    void aMessageThatIsDeletedTakesItsFileAlong() {
        var team = conversationFixture.begin(group(ann, bob));
        var message = send(team, file);
        assertThat(readable(bob)).containsExactly(file);

        client.ask(
                Route.MESSAGE_DELETE,
                ann,
                Map.of("cid", team.id(), "type", "all", "ids", List.of(message)));

        assertThat(readable(bob)).isEmpty();
    }

    @Test
    void anotherOrganizationReadsNothing() {
        send(conversationFixture.begin(group(ann, bob)), file);

        var elsewhere =
                new Caller(
                        new OrganizationId("other"),
                        bob.userId(),
                        bob.login(),
                        bob.deviceId(),
                        bob.sessionId());

        assertThat(readable(elsewhere)).isEmpty();
    }

    @Test
    void answersInTheOrderAskedWithWhatFileServiceHasDecidedOn() {
        send(conversationFixture.begin(group(ann, bob)), objectId);
        var own = new FileId(CommandClient.mintedId());
        var secret = new FileId(CommandClient.mintedId());
        var request =
                new FindSharedFileUrls(
                        List.of(secret, objectId, own),
                        Map.of(own, "https://files.example.org/own"),
                        List.of(
                                own(),
                                new SharedFile(secret, secret, ann.userId(), List.of(), "secret")));

        var answer = client.ask(Route.FIND_SHARED_FILE_URLS, bob, request).response();

        assertThat(answer.path("file_urls").toString())
                .isEqualTo(
                        "[\"https://files.example.org/file\",\"https://files.example.org/own\"]");
    }

    @Test
    void refusesWhenNothingIsReadable() {
        var request = new FindSharedFileUrls(List.of(file), Map.of(), List.of(own()));

        var answer = client.ask(Route.FIND_SHARED_FILE_URLS, eve, request);

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("Can't find file");
    }

    @Test
    void filesAreLookedUpByAnIndexThatOtherMessagesAreNotIn() {
        var indexes =
                mongo.getDatabase(database)
                        .getCollection("messages")
                        .listIndexes()
                        .into(new ArrayList<>());

        assertThat(indexes)
                .anySatisfy(index -> {
                    assertThat(index.get("key", Document.class)).containsOnlyKeys("files");
                    assertThat(index.getBoolean("sparse")).isTrue();
                });
    }

    private SharedFile own() {
        return new SharedFile(
                file, objectId, ann.userId(), List.of(), "https://files.example.org/file");
    }

    private Set<FileId> readable(Caller reader) {
        return readable(reader, own());
    }

    private Set<FileId> readable(Caller reader, SharedFile asked) {
        var request = new FindSharedFileUrls(List.of(asked.id()), Map.of(), List.of(asked));
        try {
            var reply =
                    findSharedUrls
                            .handle(Commands.from(reader, Route.FIND_SHARED_FILE_URLS, request))
                            .reply();
            assertThat(((Reply.Body) reply).body())
                    .isEqualTo(new FileUrlsAnswer(List.of(asked.url())));
            return Set.of(asked.id());
        } catch (Rejection unreadable) {
            assertThat(unreadable.failure()).isEqualTo(ErrorCode.FILE_NOT_FOUND.failure());
            return Set.of();
        }
    }

    /** Gives the message's id. */
    private String send(DirectoryConversation to, FileId sent) {
        var attachments = List.of(Map.of("file_id", sent), Map.of("file_name", "no file at all"));
        var request = Map.of("cid", to.id(), "attachments", attachments);
        return client.ask(Route.SEND_MESSAGE, ann, request).packet().at("/ack/server_mid").asText();
    }
}
