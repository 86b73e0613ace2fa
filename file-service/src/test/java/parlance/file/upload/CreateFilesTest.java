package parlance.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.file.Callers.caller;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Caller;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.file.Bytes;
import parlance.file.FileServiceTest;
import parlance.file.metadata.FileMetadataStore;
import parlance.file.storage.SignedUrls;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.HandlerResult;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class CreateFilesTest extends FileServiceTest {

    @Inject CreateFiles createFiles;
    @Inject FileMetadataStore files;
    @Inject SignedUrls urls;

    private final Caller ann = caller("ann");

    @Test
    void givesTheFilesInTheOrderOfTheRequest() {
        var answer =
                ask(
                        Map.of("name", "a.png", "size", 5, "content_type", "image/png"),
                        Map.of("name", "b.txt", "size", "7", "content_type", "text/plain"));

        var created = answer.response().path("files");
        assertThat(created)
                .extracting(file -> file.path("name").asText())
                .containsExactly("a.png", "b.txt");
        var first = created.get(0);
        assertThat(first.path("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(first.path("object_id").asText())
                .matches("[0-9a-f]{24}")
                .isNotEqualTo(first.path("_id").asText());
        assertThat(first.path("size").isIntegralNumber()).isTrue();
        assertThat(first.path("content_type").asText()).isEqualTo("image/png");
        assertThat(first.path("user_id").asText()).isEqualTo(ann.userId().value());
        assertThat(first.path("organization_id").asText()).isEqualTo("default");
        assertThat(first.path("created_at").asText()).isEqualTo(first.path("updated_at").asText());
        assertThat(created.get(1).path("size").asInt()).isEqualTo(7);
    }

    @Test
    void takesTheBytesThatWereAnnounced() {
        var file = create(ann, "hi.txt", 5, "text/plain");

        assertThat(put(file, "text/plain", "hello")).isEqualTo(200);
    }

    @Test
    void aFileOfUnknownTypeIsBytes() {
        var files =
                Json.read("[{\"name\":\"a\",\"size\":3,\"content_type\":null}]", JsonNode.class);

        var created = client.ask(Route.CREATE_FILES, ann, files).response().at("/files/0");

        assertThat(created.path("content_type").asText()).isEqualTo("application/octet-stream");
        assertThat(put(created, "application/octet-stream", "abc")).isEqualTo(200);
    }

    @Test
    void noFilesAreNoMistake() {
        assertThat(ask().response().path("files")).isEmpty();
    }

    @Test
    void theServerRefusesWhatWasNotAnnounced() {
        var file = create(ann, "hi.txt", 5, "text/plain");

        assertThat(put(file, "text/html", "hello")).as("another type").isEqualTo(403);
        assertThat(put(file, "text/plain", "hello!")).as("more bytes").isEqualTo(403);
        assertThat(put(file, "text/plain", "hell")).as("fewer bytes").isEqualTo(403);
        assertThat(Bytes.putInChunks(urlOf(file), "text/plain", new byte[9]))
                .as("any number of bytes")
                .isBetween(400, 499);
        assertThat(put(file, "text/plain", "hello")).as("what was announced").isEqualTo(200);
    }

    @Test
    void theServerRefusesATamperedUrl() {
        var file = create(ann, "hi.txt", 5, "text/plain");
        var other = create(ann, "ho.txt", 5, "text/plain");
        var url = urlOf(file);

        var elsewhere =
                url.replace(file.path("object_id").asText(), other.path("object_id").asText());
        var longer = url.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200");
        var unsigned = url.substring(0, url.indexOf('?'));

        assertThat(List.of(elsewhere, longer, unsigned))
                .doesNotContain(url)
                .allSatisfy(tampered ->
                        assertThat(Bytes.put(tampered, "text/plain", "hello")).isEqualTo(403));
    }

    @Test
    void theServerRefusesAnExpiredUrl() {
        var id = new FileId(create(ann, "hi.txt", 5, "text/plain").path("_id").asText());
        var file = files.find(ann.organizationId(), Set.of(id)).get(id);
        var soonOver = urls.upload(file, Duration.ofSeconds(1));

        await().untilAsserted(() ->
                assertThat(Bytes.put(soonOver, "text/plain", "hello")).isBetween(400, 403));
    }

    @Test
    void anUploadUrlLivesAnHourAndIsBoundToKeyLengthAndType() {
        var file = create(ann, "hi.txt", 5, "text/plain");

        assertThat(urlOf(file))
                .contains("/default/" + file.path("object_id").asText() + "?")
                .contains("X-Amz-Expires=3600")
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{}]                                                | Incorrect file name.
                    [{"name":5,"size":1,"content_type":"a/b"}]          | Incorrect file name.
                    [{"name":"","size":-1,"content_type":5}]            | Incorrect file name.
                    ["a.png"]                                           | Incorrect file name.
                    [{"name":"a","content_type":5}]                     | Incorrect file size.
                    [{"name":"a","size":"x","content_type":"a/b"}]      | Incorrect file size.
                    [{"name":"a","size":-1,"content_type":"a/b"}]       | Incorrect file size.
                    [{"name":"a","size":1.5,"content_type":"a/b"}]      | Incorrect file size.
                    [{"name":"a","size":104857602,"content_type":"a/b"}] | Incorrect file size.
                    [{"name":"a","size":1}]                             | Incorrect content type.
                    [{"name":"a","size":1,"content_type":""}]           | Incorrect content type.
                    [{"name":"a","size":1,"content_type":"a/b\\nc"}]    | Incorrect content type.
                    [{"name":"a","size":1,"content_type":"a/b"},{}]     | Incorrect file name.
                    """)
    void refusesTheFirstFieldAtFault(String request, String complaint) {
        var answer = client.ask(Route.CREATE_FILES, ann, Json.read(request, JsonNode.class));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo(complaint);
    }

    @Test
    void refusesTooLongANameAndTooManyFilesWhateverTheyAre() {
        assertThat(
                        ask(Map.of("name", "n".repeat(256), "size", 1, "content_type", "a/b"))
                                .errorText())
                .isEqualTo("Incorrect file name.");
        assertThat(
                        client.ask(Route.CREATE_FILES, ann, Collections.nCopies(11, Map.of()))
                                .errorText())
                .isEqualTo("You've exceeded the file limit.");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(client.ask(Route.CREATE_FILES, ann, Map.of()).errorText())
                .isEqualTo("\"value\" is required");
    }

    @Test
    void aReplayMakesTheSameFilesAgain() {
        var command = command();

        var first = filesOf(createFiles.handle(command));
        var again = filesOf(createFiles.handle(command));

        assertThat(first).hasSize(2);
        assertThat(again).usingRecursiveComparison().ignoringFields("uploadUrl").isEqualTo(first);
        var ids = first.stream().map(CreatedFile::objectId).toList();
        assertThat(files.find(ann.organizationId(), ids)).hasSize(2);
    }

    private static List<CreatedFile> filesOf(HandlerResult handlerResult) {
        return ((CreateFiles.Reply) ((Effect.Reply.Body) handlerResult.reply()).body()).files();
    }

    private Command<CreateFiles.Request> command() {
        JsonNode wanted =
                Json.mapper().valueToTree(Map.of("name", "a", "size", 1, "content_type", "a/b"));
        return new Command<>(
                Route.CREATE_FILES,
                new CreateFiles.Request(List.of(wanted, wanted)),
                ann,
                null,
                CommandClient.mintedId(),
                new Position("file.commands-0", 1, 0),
                Instant.parse("2026-01-01T12:00:00Z"),
                null,
                null);
    }

    private Answer ask(Object... files) {
        return client.ask(Route.CREATE_FILES, ann, List.of(files));
    }

    private static int put(JsonNode file, String contentType, String content) {
        return Bytes.put(urlOf(file), contentType, content);
    }

    private static String urlOf(JsonNode file) {
        return file.path("upload_url").asText();
    }
}
