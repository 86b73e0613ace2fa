package parlance.kit.http;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;

/** The body of a request over HTTP: what is no JSON, or broken, says nothing (protocol 1.8). */
public final class JsonBody {

    private JsonBody() {}

    public static <T> Optional<T> find(@Nullable String contentType, byte[] body, Class<T> type) {
        if (contentType == null || !contentType.contains("application/json") || body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.read(body, type));
        } catch (UncheckedIOException broken) {
            return Optional.empty();
        }
    }
}
