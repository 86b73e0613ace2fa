package parlance.file.image;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.file.Callers.caller;
import static parlance.testing.http.ServiceRequests.service;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.file.FileServiceTest;
import parlance.file.metadata.FileMetadata.Audience;
import parlance.file.metadata.FileMetadataStore;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.file.GrantFileAccess;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class ImageResourceTest extends FileServiceTest {

    private static final FileId NOTHING = new FileId("000000000000000000000000");
    private static final ConversationId TEAM = new ConversationId("64b7f1a2c3d4e5f60718293c");

    @Inject FileMetadataStore files;

    private final Caller ann = caller("ann");

    @Test
    void tellsWherePicturesAreAndLeavesOutWhatIsNone() {
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
    void aPictureIsShownToAllOrToAConversation() {
        var id = new FileId(idOf(create(ann, "me.png", 1, "image/png")));

        assertThat(show(id, TEAM)).containsOnlyKeys(id);
        assertThat(show(id, TEAM)).containsOnlyKeys(id);
        assertThat(audienceOf(id)).isEqualTo(new Audience(false, List.of(TEAM)));
        assertThat(show(id, null)).containsOnlyKeys(id);
        assertThat(audienceOf(id)).isEqualTo(new Audience(true, List.of(TEAM)));
    }

    @Test
    void whatIsNoFileCannotBeShown() {
        assertThat(show(NOTHING, null)).isEmpty();
        assertThat(show(new FileId("nonsense"), TEAM)).isEmpty();
    }

    @Test
    void letsOnlyServicesIn() {
        var query = new FileUrlQuery(ann.organizationId(), List.of());

        service("another token").body(query).post("/internal/files/urls").then().statusCode(401);
    }

    private Audience audienceOf(FileId id) {
        return files.find(ann.organizationId(), Set.of(id)).get(id).audience();
    }

    private static Map<FileId, String> urls(String organization, FileId... ids) {
        return read(post("urls", new FileUrlQuery(new OrganizationId(organization), List.of(ids))));
    }

    private Map<FileId, String> show(FileId id, @Nullable ConversationId conversation) {
        var asked = new GrantFileAccess(ann.organizationId(), ann.userId(), id, conversation);
        return read(post("show", asked));
    }

    private static Map<FileId, String> read(Response answer) {
        answer.then().statusCode(200);
        return answer.as(FileUrls.class).urls();
    }

    private static Response post(String path, Object body) {
        return service().body(body).post("/internal/files/" + path);
    }
}
