package parlance.kit.jwt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches JWK sets: only from where the policy allows, without redirects, and up to a limit. */
public final class JwksFetcher {

    private static final int OK = 200;
    private static final long MAX_BYTES = 256 * 1024;

    /** Decides at each fetch whether keys may be fetched from an address. */
    @FunctionalInterface
    public interface UrlPolicy {

        /**
         * @throws IOException if nothing may be fetched from there
         */
        void check(URI url) throws IOException;
    }

    private final Duration timeout;
    private final UrlPolicy policy;
    private final HttpClient http;

    /**
     * @param timeout a set that is not there within this time counts as unavailable
     */
    public JwksFetcher(Duration timeout, UrlPolicy policy) {
        this.timeout = timeout;
        this.policy = policy;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    String fetch(URI url) throws IOException {
        policy.check(url);
        var request = HttpRequest.newBuilder(url).timeout(timeout).build();
        try {
            var answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
            if (answer.statusCode() != OK) {
                throw new IOException("answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
