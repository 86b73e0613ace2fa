package parlance.auth.trust;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/** Fetches an issuer's keys: from where they may be, without redirects, and not too many. */
@Singleton
class KeysDownload implements SimpleGet {

    private static final int OK = 200;
    private static final long MAX_BYTES = 256 * 1024;

    private final IssuerHosts hosts;
    private final TrustConfig config;
    private final HttpClient http;

    KeysDownload(IssuerHosts hosts, TrustConfig config) {
        this.hosts = hosts;
        this.config = config;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(config.keysTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        var url = URI.create(location);
        hosts.check(url);
        var request = HttpRequest.newBuilder(url).timeout(config.keysTimeout()).build();
        try {
            var answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
            if (answer.statusCode() != OK) {
                throw new IOException("answered " + answer.statusCode());
            }
            // Without its headers: how long keys are kept is ours to say.
            return new Response(OK, "OK", Map.of(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
