package parlance.e2e.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;

/** The API for people: a section a request, from {@code packets.yaml}. */
final class ApiReference {

    private static final String HEAD =
            """
            # The socket API

            Generated from [packets.yaml](packets.yaml), against which the packets of every end-to-end story are checked. How packets are
            framed, and what reaches whom, is told in [the concepts](../concepts.md); the same as AsyncAPI: [asyncapi.yaml](asyncapi.yaml).

            A request is `{"request":{NAME:{…},"id":…}}`; its reply `{"response":{"id":…,…}}`, or `{"response":{"id":…,"error":{"status":…,"message":…}}}`.
            Required fields are **bold**. Any request may also fail with 401 (not signed in), 422 (a field is not as it should be), 429 (too many
            requests), 500, 503 (not accepted) or 504 (no answer in time).

            ## Requests
            """;

    private final PacketSchemas packets;
    private final StringBuilder text = new StringBuilder(HEAD);

    private ApiReference(PacketSchemas packets) {
        this.packets = packets;
    }

    static String of(PacketSchemas packets) {
        return new ApiReference(packets).write();
    }

    private String write() {
        packets.requests().forEach(this::request);
        text.append("\n## Events\n");
        packets.events().forEach(this::event);
        text.append("\n## Objects\n");
        var schemas = packets.document().path("schemas");
        schemas.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(schema -> object(schema.getKey(), schema.getValue()));
        return text.toString();
    }

    private void request(String name) {
        var described = packets.document().path("requests").path(name);
        heading(name, described);
        if (Route.forClient(name).filter(route -> !route.needsAuthentication()).isPresent()) {
            text.append(" No sign-in needed.");
        }
        text.append("\n\n");
        line("In", described.path("request"));
        line("Out", described.path(described.has("packet") ? "packet" : "reply"));
        var errors = new StringJoiner(", ");
        described.path("errors").forEach(code -> errors.add(told(code.asText())));
        if (errors.length() > 0) {
            text.append("* Errors: ").append(errors).append('\n');
        }
    }

    private static String told(String code) {
        var failure = ErrorCode.valueOf(code);
        return "%d “%s”".formatted(failure.status(), failure.text());
    }

    private void event(String name) {
        var described = packets.document().path("events").path(name);
        heading(name, described);
        text.append("\n\n");
        line("Holds", described.path("schema"));
    }

    private void heading(String name, JsonNode described) {
        text.append("\n### ")
                .append(name)
                .append("\n\n")
                .append(described.path("summary").asText());
    }

    private void line(String label, JsonNode schema) {
        if (!schema.isMissingNode()) {
            text.append("* ").append(label).append(": ").append(Notation.of(schema)).append('\n');
        }
    }

    private void object(String name, JsonNode schema) {
        text.append("\n### ").append(name).append("\n\n");
        if (schema.has("description")) {
            text.append(schema.path("description").asText()).append(".\n\n");
        }
        if (!schema.has("properties")) {
            text.append("* ").append(Notation.of(schema)).append('\n');
            return;
        }
        text.append("| field | type | |\n| --- | --- | --- |\n");
        schema.path("properties")
                .properties()
                .forEach(field ->
                        text.append(
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                field.getKey(),
                                                Notation.of(field.getValue()),
                                                field.getValue().path("description").asText())));
    }
}
