package parlance.file.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static parlance.file.Callers.caller;
import static parlance.file.Callers.callerIn;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.ConversationId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.FileId;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.Route;
import parlance.contracts.file.FindSharedFileUrls;
import parlance.file.Bytes;
import parlance.file.FileServiceTest;
import parlance.file.download.FileAccessConfig.Rule;
import parlance.file.metadata.FileMetadataStore;
import parlance.kit.Command;
import parlance.kit.Effect.Reply;
import parlance.kit.ReplyAddress;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class GetFileUrlsTest extends FileServiceTest {

    private static final String NOTHING = "000000000000000000000000";

    @Inject GetFileUrls getFileUrls;
    @Inject FileMetadataStore files;
    @Inject DownloadUrls downloads;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void anybodyInTheOrganizationFetchesTheBytesByEitherId() {
        var file = uploaded("hi.txt", "text/plain", "hello");

        var urls = urls(bob, idOf(file), objectIdOf(file));

        assertThat(urls).hasSize(2);
        assertThat(urls.get(0)).isEqualTo(urls.get(1));
        var fetched = Bytes.get(urls.get(0).asText());
        fetched.then().statusCode(200).body(equalTo("hello"));
        assertThat(fetched.header("Content-Type")).isEqualTo("text/plain");
        assertThat(fetched.header("Content-Disposition"))
                .isEqualTo("inline; filename*=UTF-8''hi.txt");
    }

    @Test
    void givesUrlsInTheOrderAskedAndSkipsTheUnknown() {
        var first = create(ann, "a.png", 1, "image/png");
        var second = create(ann, "b.png", 1, "image/png");

        var urls = urls(ann, idOf(second), "nonsense", NOTHING, objectIdOf(first), idOf(second));

        assertThat(urls).hasSize(3);
        assertThat(urls.get(0).asText()).contains(objectIdOf(second));
        assertThat(urls.get(1).asText()).contains(objectIdOf(first));
        assertThat(urls.get(2)).isEqualTo(urls.get(0));
    }

    @Test
    void givesExistingClientsTheUrlsByTheIdThatTheySent() {
        var first = create(ann, "a.png", 1, "image/png");
        var second = create(ann, "b.png", 1, "image/png");
        var asked =
                List.of(
                        new FileId(objectIdOf(second)),
                        new FileId(NOTHING),
                        new FileId(idOf(first)));

        var urls = answerInClientDialect(asked).path("file_urls");

        assertThat(urls.fieldNames()).toIterable().containsExactly(objectIdOf(second), idOf(first));
        assertThat(urls.path(idOf(first)).asText()).contains(objectIdOf(first));
    }

    @Test
    void givesTheSameUrlAgainForAWeek() {
        var file = create(ann, "a.png", 1, "image/png");

        var url = urls(ann, idOf(file)).get(0).asText();

        assertThat(urls(bob, idOf(file)).get(0).asText())
                .isEqualTo(url)
                .contains("X-Amz-Expires=604800");
    }

    @Test
    void whatCouldRunScriptsIsNotShownByABrowser() {
        var file = uploaded("page.html", "text/html", "<script/>");

        var fetched = Bytes.get(urls(ann, idOf(file)).get(0).asText());

        assertThat(fetched.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''page.html");
    }

    @Test
    void aUrlOpensNothingElse() {
        var file = uploaded("a.txt", "text/plain", "a");
        var other = uploaded("b.txt", "text/plain", "b");
        var url = urls(ann, idOf(file)).get(0).asText();

        var elsewhere = url.replace(objectIdOf(file), objectIdOf(other));
        var shown = url.replace("inline", "attachment");

        assertThat(List.of(elsewhere, shown, url.substring(0, url.indexOf('?'))))
                .doesNotContain(url)
                .allSatisfy(
                        tampered -> assertThat(Bytes.get(tampered).statusCode()).isEqualTo(403));
    }

    @Test
    void anotherOrganizationsFilesAreUnknown() {
        var file = create(ann, "a.png", 1, "image/png");
        var eve = callerIn("64b7f1a2c3d4e5f607182999", "eve");

        var answer = ask(eve, List.of(idOf(file), objectIdOf(file)));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("Can't find file");
    }

    @Test
    void whereOnlyParticipantsReadMessageServiceAnswersForTheFilesOfOthers() {
        var own = create(bob, "own.png", 1, "image/png");
        var sent = create(ann, "sent.png", 1, "image/png");
        var team = new ConversationId("64b7f1a2c3d4e5f6071829ff");
        files.showIn(team, new FileId(idOf(sent)));
        var strict =
                new GetFileUrls(files, new FileAccessPolicy(() -> Rule.PARTICIPANTS), downloads);
        var ids = List.of(new FileId(objectIdOf(sent)), new FileId(idOf(own)));

        var handedOn = strict.handle(command(bob, ids));
        var decided = strict.handle(command(ann, List.of(new FileId(idOf(sent)))));

        assertThat(handedOn.reply()).isEqualTo(new Reply.None());
        var forward = handedOn.forwards().getFirst();
        assertThat(forward.route()).isEqualTo(Route.FIND_SHARED_FILE_URLS);
        var request = (FindSharedFileUrls) forward.request();
        assertThat(request.ids()).isEqualTo(ids);
        assertThat(request.readable()).containsOnlyKeys(new FileId(idOf(own)));
        assertThat(request.shared())
                .extracting(file -> file.id(), file -> file.objectId(), file -> file.owner())
                .containsExactly(
                        tuple(new FileId(idOf(sent)), new FileId(objectIdOf(sent)), ann.userId()));
        assertThat(request.shared().getFirst().shownIn()).containsExactly(team);
        assertThat(request.shared().getFirst().url()).contains(objectIdOf(sent));
        assertThat(decided.forwards()).isEmpty();
        assertThat(decided.reply()).isInstanceOf(Reply.Body.class);
    }

    @Test
    void refusesWhenNothingIsKnown() {
        assertThat(ask(ann, List.of(NOTHING, "nonsense")).errorText()).isEqualTo("Can't find file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"file_ids\":[]}",
                "{\"file_ids\":\"a\"}",
                "{\"file_ids\":[5]}",
                "{\"file_ids\":[null]}"
            })
    void refusesARequestWithoutIds(String request) {
        var answer = client.ask(Route.GET_FILE_URLS, ann, Json.read(request, Map.class));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("File IDS missed.");
    }

    @Test
    void refusesMoreThanTenIds() {
        assertThat(ask(ann, Collections.nCopies(11, NOTHING)).errorText())
                .isEqualTo("File IDs for get download url exceeded.");
    }

    private JsonNode answerInClientDialect(List<FileId> ids) {
        var reply = (Reply.Body) getFileUrls.handle(command(ann, ids)).reply();
        return Json.mapper().valueToTree(reply.body());
    }

    private static Command<GetFileUrls.Request> command(Caller caller, List<FileId> ids) {
        var replyAddress =
                new ReplyAddress(
                        new ConnectionId("c"),
                        new InboxAddress(0, "gateway"),
                        "1",
                        EnvelopeForm.ENVELOPED,
                        ProtocolDialect.CLIENT,
                        "1",
                        null);
        return new Command<>(
                Route.GET_FILE_URLS,
                new GetFileUrls.Request(ids),
                caller,
                replyAddress,
                CommandClient.mintedId(),
                new Position("file.queries-0", 1, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private JsonNode uploaded(String name, String contentType, String content) {
        var file = create(ann, name, content.length(), contentType);
        assertThat(Bytes.put(file.path("upload_url").asText(), contentType, content))
                .isEqualTo(200);
        return file;
    }

    private static String objectIdOf(JsonNode file) {
        return file.path("object_id").asText();
    }

    private JsonNode urls(Caller caller, String... ids) {
        return ask(caller, List.of(ids)).response().path("file_urls");
    }

    private Answer ask(Caller caller, List<String> ids) {
        return client.ask(Route.GET_FILE_URLS, caller, Map.of("file_ids", ids));
    }
}
