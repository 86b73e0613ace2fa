package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.GET_USERS_BY_IDS;
import static parlance.contracts.Route.USER_EDIT;
import static parlance.contracts.Route.USER_SEARCH;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Topic;
import parlance.contracts.user.User;
import parlance.internalapi.user.Credentials;
import parlance.internalapi.user.UserQuery;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.FileServiceStandIn;
import parlance.user.SignedUpUser;

/** Where pictures are to be seen (protocol 4.2), and where not. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(value = FileServiceStandIn.class, scope = TestResourceScope.GLOBAL)
class UserRendererTest {

    private final CommandClient client = CommandClient.shared();

    @Inject InternalUsers internal;
    @Inject InternalPasswords passwords;

    private SignedUpUser ann;
    private SignedUpUser bob;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.newOne(client);
        bob = SignedUpUser.newOne(client);
    }

    @Test
    void listsOfUsersShowTheirPictures() {
        edit("f1");

        assertThat(byId(ann).path("avatar_url").asText()).isEqualTo(FileServiceStandIn.urlOf("f1"));
        assertThat(byId(ann).at("/avatar_object/file_id").asText()).isEqualTo("f1");
        assertThat(byId(bob).has("avatar_url")).isFalse();
        assertThat(found(ann).path("avatar_url").asText())
                .isEqualTo(FileServiceStandIn.urlOf("f1"));
    }

    @Test
    void otherServicesGetThePictureForWhatTheyShowOnly() {
        edit("f1");
        var organization = ann.caller().organizationId();
        var ids = List.of(ann.caller().userId());

        assertThat(internal.find(new UserQuery(organization, ids, true)).users())
                .extracting(User::avatarUrl)
                .containsExactly(FileServiceStandIn.urlOf("f1"));
        assertThat(internal.findActive(new UserQuery(organization, ids, true)).users())
                .extracting(User::avatarUrl)
                .containsExactly(FileServiceStandIn.urlOf("f1"));
        assertThat(internal.find(new UserQuery(organization, ids)).users())
                .extracting(User::avatarUrl)
                .containsOnlyNulls();
        assertThat(
                        passwords
                                .verify(new Credentials(organization, ann.login(), "secret"))
                                .avatarUrl())
                .isEqualTo(FileServiceStandIn.urlOf("f1"));
    }

    @Test
    void neitherTheEditedUserNorItsEventShowsThePicture() {
        var edited = edit("f1").path("user");

        assertThat(edited.at("/avatar_object/file_id").asText()).isEqualTo("f1");
        assertThat(edited.has("avatar_url")).isFalse();
        try (var events = client.view(Topic.USER_EVENTS)) {
            var saved =
                    events.await(seen ->
                            ann.id().equals(seen.key())
                                    && seen.value().path("version").asLong() == 2);
            assertThat(saved.value().path("user").has("avatar_url")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanishing-file", "breaking-service"})
    void withoutTheFileOrItsServiceTheListIsThereAllTheSame(String fileId) {
        edit(fileId);

        assertThat(byId(ann).path("login").asText()).isEqualTo(ann.login());
        assertThat(byId(ann).has("avatar_url")).isFalse();
    }

    @Test
    void aPictureThatIsNoFileChangesNothing() {
        var request = Map.of("first_name", "Ann", "avatar_object", Map.of("file_id", "nothing"));

        var answer = ann.asks(USER_EDIT, request);

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("Can't find file");
        assertThat(byId(ann).has("first_name")).isFalse();
        assertThat(byId(ann).has("avatar_object")).isFalse();
    }

    private JsonNode edit(String fileId) {
        var avatar = Map.of("avatar_object", Map.of("file_id", fileId));
        return ann.asks(USER_EDIT, avatar).response();
    }

    private JsonNode byId(SignedUpUser user) {
        var request = Map.of("ids", List.of(user.id()));
        return bob.asks(GET_USERS_BY_IDS, request).response().at("/users/0");
    }

    private JsonNode found(SignedUpUser user) {
        return bob.asks(USER_SEARCH, Map.of("keyword", user.login())).response().at("/users/0");
    }
}
