package parlance.user.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.Route;
import parlance.testing.commands.Answer;
import parlance.user.SignedUpUser;

/** What tests of contacts do again and again. */
record ContactFixture(SignedUpUser ann) {

    static Map<String, Object> named(String firstName, String email) {
        return Map.of(
                "first_name", firstName, "email", List.of(Map.of("type", "home", "value", email)));
    }

    static Map<String, Object> without(String field) {
        var contact = new HashMap<>(named("Bob", "bob@example.org"));
        contact.remove(field);
        return contact;
    }

    Answer add(Map<String, ?> contact) {
        return ann.asks(Route.CONTACT_ADD, contact);
    }

    JsonNode added(Map<String, ?> contact) {
        return add(contact).response().path("contact");
    }

    JsonNode listed(Map<String, ?> request) {
        return ann.asks(Route.CONTACT_LIST, request).response().path("contacts");
    }

    static String matchOf(JsonNode contact) {
        return contact.path("email").path(0).path("matched_user_id").asText("nobody");
    }
}
