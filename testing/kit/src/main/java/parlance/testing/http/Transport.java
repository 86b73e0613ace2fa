package parlance.testing.http;

import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.restassured.config.RestAssuredConfig;
import java.net.InetAddress;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.DefaultHttpClient;

/** Other ways of sending than {@link Requests} has: for {@code given().config(…)}. */
public final class Transport {

    private static final int FIRST = 0;

    private Transport() {}

    /** From one of this machine's addresses, such as 127.0.0.2. */
    public static RestAssuredConfig from(InetAddress source) {
        var client = Requests.CONFIG.getHttpClientConfig();
        return Requests.CONFIG.httpClient(client.setParam("http.route.local-address", source));
    }

    /** With a body in chunks, of which nothing says how long it is. */
    @SuppressWarnings("deprecation") // REST Assured takes no other client.
    public static RestAssuredConfig inChunks() {
        return Requests.CONFIG.httpClient(
                httpClientConfig()
                        .httpClientFactory(() -> {
                            var client = new DefaultHttpClient();
                            client.addRequestInterceptor(
                                    (request, _) -> {
                                        if (request instanceof HttpEntityEnclosingRequest whole) {
                                            var body = whole.getEntity().getContent();
                                            whole.setEntity(new InputStreamEntity(body));
                                        }
                                    },
                                    FIRST);
                            return client;
                        }));
    }
}
