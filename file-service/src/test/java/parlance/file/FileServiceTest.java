package parlance.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;

/** A client of the service under test, and the files it makes. */
public abstract class FileServiceTest {

    protected final CommandClient client = CommandClient.shared();

    /** As {@code create_files} answers it. */
    protected JsonNode create(Caller owner, String name, int size, String contentType) {
        var file = Map.of("name", name, "size", size, "content_type", contentType);
        var answer = client.ask(Route.CREATE_FILES, owner, List.of(file));
        return answer.response().at("/files/0");
    }

    protected static String idOf(JsonNode file) {
        return file.path("_id").asText();
    }
}
