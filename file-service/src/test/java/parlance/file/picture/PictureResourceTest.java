package parlance.file.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.file.Callers.caller;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;
import parlance.file.FileServiceTest;
import parlance.file.stored.FileStore;
import parlance.file.stored.StoredFile.Audience;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class PictureResourceTest extends FileServiceTest {

    private static final FileId NOTHING = new FileId("000000000000000000000000");
    private static final ConversationId TEAM = new ConversationId("64b7f1a2c3d4e5f60718293c");

    @ConfigProperty(name = "parlance.service-token")
    String serviceToken;

    @TestHTTPResource("/internal/files/")
    URI resource;

    @Inject FileStore files;

    private final Caller ann = caller("ann");

    @Test
    void tellsWherePicturesAreAndLeavesOutWhatIsNone() throws Exception {
        var file = create(ann, "me.png", 1, "image/png");
        var id = new FileId(idOf(file));
        var objectId = new FileId(file.path("object_id").asText());

        var urls = urls("default", id, NOTHING, new FileId("nonsense"), objectId);

        assertThat(urls).containsOnlyKeys(id, objectId);
        assertThat(urls.get(id)).isEqualTo(urls.get(objectId)).contains(objectId.value());
        assertThat(urls("64b7f1a2c3d4e5f607182999", id)).isEmpty();
        assertThat(urls("default")).isEmpty();
    }

    @Test
    void aPictureIsShownToAllOrToAConversation() throws Exception {
        var id = new FileId(idOf(create(ann, "me.png", 1, "image/png")));

        assertThat(show(id, TEAM)).containsOnlyKeys(id);
        assertThat(show(id, TEAM)).containsOnlyKeys(id);
        assertThat(audienceOf(id)).isEqualTo(new Audience(false, List.of(TEAM)));
        assertThat(show(id, null)).containsOnlyKeys(id);
        assertThat(audienceOf(id)).isEqualTo(new Audience(true, List.of(TEAM)));
    }

    @Test
    void whatIsNoFileCannotBeShown() throws Exception {
        assertThat(show(NOTHING, null)).isEmpty();
        assertThat(show(new FileId("nonsense"), TEAM)).isEmpty();
    }

    @Test
    void letsOnlyServicesIn() throws Exception {
        var query = new FileUrlQuery(ann.organizationId(), List.of());

        assertThat(post("urls", query, "another token").statusCode()).isEqualTo(401);
    }

    private Audience audienceOf(FileId id) {
        return files.find(ann.organizationId(), Set.of(id)).get(id).audience();
    }

    private Map<FileId, String> urls(String organization, FileId... ids) throws Exception {
        return read(
                post(
                        "urls",
                        new FileUrlQuery(new OrganizationId(organization), List.of(ids)),
                        serviceToken));
    }

    private Map<FileId, String> show(FileId id, @Nullable ConversationId conversation)
            throws Exception {
        var asked = new ShowFile(ann.organizationId(), ann.userId(), id, conversation);
        return read(post("show", asked, serviceToken));
    }

    private static Map<FileId, String> read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), FileUrls.class).urls();
    }

    private HttpResponse<String> post(String path, Object body, String token) throws Exception {
        var request =
                HttpRequest.newBuilder(resource.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
