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
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.contracts.message.ReadableFilesQuery.SharedFile;
import parlance.kit.directory.Conversation;
import parlance.message.OtherServices;
import parlance.message.Talk;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ReadableFilesResourceTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ReadableFilesResource resource;
    @Inject Talk talk;
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
        var team = talk.begin(group(ann, bob));
        assertThat(readable(bob)).isEmpty();

        send(team, objectId);

        assertThat(readable(bob)).containsExactly(file);
        assertThat(readable(eve)).isEmpty();
        var second = new FileId(CommandClient.mintedId());
        send(team, second);
        assertThat(readable(bob, new SharedFile(second, objectId, ann.userId(), List.of())))
                .containsExactly(second);
    }

    @Test
    void aMessageThatIsDeletedTakesItsFileAlong() {
        var team = talk.begin(group(ann, bob));
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
        send(talk.begin(group(ann, bob)), file);

        var query =
                new ReadableFilesQuery(new OrganizationId("other"), bob.userId(), List.of(own()));

        assertThat(resource.find(query).ids()).isEmpty();
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
        return new SharedFile(file, objectId, ann.userId(), List.of());
    }

    private Set<FileId> readable(Caller reader) {
        return readable(reader, own());
    }

    private Set<FileId> readable(Caller reader, SharedFile asked) {
        return resource.find(
                        new ReadableFilesQuery(
                                reader.organizationId(), reader.userId(), List.of(asked)))
                .ids();
    }

    /** Gives the message's id. */
    private String send(Conversation to, FileId sent) {
        var attachments = List.of(Map.of("file_id", sent), Map.of("file_name", "no file at all"));
        var request = Map.of("cid", to.id(), "attachments", attachments);
        return client.ask(Route.SEND_MESSAGE, ann, request).packet().at("/ack/server_mid").asText();
    }
}
