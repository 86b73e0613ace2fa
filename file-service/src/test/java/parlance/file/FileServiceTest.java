package parlance.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;

/** A client of the service under test, and the files it makes. */
public abstract class FileServiceTest {

    protected static CommandClient client;

    @BeforeAll
    static void connect() {
        client = CommandClient.start();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    /** As {@code create_files} answers it. */
    protected static JsonNode create(Caller owner, String name, int size, String contentType) {
        var file = Map.of("name", name, "size", size, "content_type", contentType);
        var answer = client.ask(Route.CREATE_FILES, owner, List.of(file));
        return answer.response().at("/files/0");
    }

    protected static String idOf(JsonNode file) {
        return file.path("_id").asText();
    }
}
