package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Chat;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.Person;
import parlance.testing.http.Requests;

/**
 * Files from upload to download (protocol 3.8), where only participants may read them: the stricter
 * of the two rules.
 */
class FilesIT {

    private static final String NO_FILE = "000000000000000000000000";

    @Test
    void whoGetsAMessageFetchesItsFileAtOnceAndNobodyElseDoes() throws Exception {
        story((ann, bob, eve) -> {
            var lunch = ann.opensConversationWith(bob);
            var menu = upload(ann, "menu.txt", "text/plain", "soup");
            var objectId = menu.path("object_id").asText();
            assertThat(urls(bob, objectId).path("error").path("message").asText())
                    .as("not sent yet")
                    .isEqualTo("Can't find file");

            var attachment = Map.of("file_id", objectId, "file_name", "menu.txt");
            ann.first()
                    .socket
                    .send(
                            Map.of(
                                    "message",
                                    Map.of(
                                            "id",
                                            "m1",
                                            "cid",
                                            lunch.id(),
                                            "attachments",
                                            List.of(attachment))));
            var received = bob.first().socket.next("message").at("/attachments/0/file_id").asText();

            var url = urls(bob, received).at("/file_urls/0").asText();
            assertThat(fetch(url)).isEqualTo("soup");
            assertThat(urls(ann, menu.path("_id").asText()).at("/file_urls/0").asText())
                    .isEqualTo(url);
            Person.assertError(urls(eve, objectId), 422, "Can't find file");
        });
    }

    @Test
    void anAvatarIsSeenByEverybodyWhereUsersAreShown() throws Exception {
        story((ann, bob) -> {
            var face = upload(ann, "ann.png", "image/png", "not really a png");
            var avatar = Map.of("file_id", face.path("object_id").asText());

            var edited = ann.first().socket.get("user_edit", Map.of("avatar_object", avatar));

            assertThat(edited.path("user").has("avatar_url")).isFalse();
            var found = bob.first().socket.get("user_search", Map.of("keyword", ann.login));
            var url = found.at("/users/0/avatar_url").asText();
            assertThat(fetch(url)).isEqualTo("not really a png");
            var byId = bob.first().socket.get("get_users_by_ids", Map.of("ids", List.of(ann.id())));
            assertThat(byId.at("/users/0/avatar_url").asText()).isEqualTo(url);
            var signedIn = FrontDoor.json(ann.credentials("tv")).post("/login");
            assertThat(signedIn.as(JsonNode.class).at("/user/avatar_url").asText()).isEqualTo(url);
        });
    }

    @Test
    void aGroupShowsItsImageToItsMembers() throws Exception {
        story((ann, bob) -> {
            var logo = upload(ann, "logo.svg", "image/svg+xml", "<svg/>");
            var request =
                    Map.of(
                            "type",
                            "g",
                            "name",
                            "Team",
                            "participants",
                            List.of(bob.id()),
                            "image_object",
                            Map.of("file_id", logo.path("_id").asText()));

            var created = ann.first().socket.get("conversation_create", request);

            var team = new Chat(created.at("/conversation/_id").asText());
            bob.first().hearsOf(team);
            var url = bob.listed(team).path("image_url").asText();
            assertThat(url).isEqualTo(created.at("/conversation/image_url").asText());
            assertThat(get(url).header("Content-Disposition")).startsWith("attachment");
            var change =
                    Map.of(
                            "id", team.id(),
                            "name", "New name",
                            "image_object", Map.of("file_id", NO_FILE));
            Person.assertError(
                    ann.first().socket.ask("conversation_update", change), 422, "Can't find file");
            assertThat(bob.listed(team).path("name").asText()).isEqualTo("Team");
        });
    }

    /** As {@code create_files} answered it, its bytes in their place. */
    private static JsonNode upload(Person owner, String name, String contentType, String content) {
        var wanted = Map.of("name", name, "size", content.length(), "content_type", contentType);
        var file = owner.first().socket.get("create_files", List.of(wanted)).at("/files/0");
        Requests.toAnywhere()
                .contentType(contentType)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put(file.path("upload_url").asText())
                .then()
                .statusCode(200);
        return file;
    }

    private static JsonNode urls(Person reader, String id) {
        return reader.first().socket.ask("get_file_urls", Map.of("file_ids", List.of(id)));
    }

    private static String fetch(String url) {
        var answer = get(url);
        answer.then().statusCode(200);
        return answer.asString();
    }

    private static Response get(String url) {
        return Requests.toAnywhere().get(url);
    }
}
