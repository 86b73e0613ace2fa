package parlance.file;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import parlance.testing.http.Requests;
import parlance.testing.http.Transport;

/** What a client does with URLs: puts bytes there, and fetches them. */
public final class Bytes {

    private Bytes() {}

    public static int put(String url, String contentType, String content) {
        return Requests.toAnywhere()
                .contentType(contentType)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put(url)
                .statusCode();
    }

    /** Without saying beforehand how many bytes there are. */
    public static int putInChunks(String url, String contentType, byte[] content) {
        return Requests.toAnywhere()
                .config(Transport.inChunks())
                .contentType(contentType)
                .body(content)
                .put(url)
                .statusCode();
    }

    public static Response get(String url) {
        return Requests.toAnywhere().get(url);
    }
}
