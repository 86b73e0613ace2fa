package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Story;

/** Address books meet users (protocol 3.2). */
class ContactIT {

    @Test
    void aContactIsMatchedOnceItsOwnerSignsUpAndNoLongerOnceTheyAreGone() throws Exception {
        story(ann -> {
            var email = UUID.randomUUID() + "@example.com";
            var socket = ann.first().socket;
            socket.get(
                    "contact_add",
                    Map.of(
                            "first_name",
                            "Bob",
                            "email",
                            List.of(Map.of("type", "work", "value", email))));
            assertThat(matchIn(socket.get("contact_list", Map.of())).isMissingNode()).isTrue();

            var login = "bob-" + UUID.randomUUID().toString().substring(0, 13);
            var signUp = Map.of("login", login, "password", "secret", "email", email);
            Story.stranger(bob -> {
                var id = bob.get("user_create", signUp).path("user").path("_id");
                assertThat(matchIn(socket.get("contact_list", Map.of()))).isEqualTo(id);

                bob.get(
                        "user_login",
                        Map.of("login", login, "password", "secret", "device_id", "1"));
                bob.get("user_delete", Map.of());
                assertThat(matchIn(socket.get("contact_list", Map.of())).isMissingNode()).isTrue();
            });
        });
    }

    private static JsonNode matchIn(JsonNode list) {
        return list.path("contacts").path(0).path("email").path(0).path("matched_user_id");
    }
}
