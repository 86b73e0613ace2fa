package parlance.push.provider;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts to providers. Never follows a redirect, and connects to the very address that was checked
 * where the caller names one. Tells what was never sent from what may have arrived.
 */
@Singleton
class PinnedHttpClient {

    /** Connections to one host; a provider that hangs holds no more than these. */
    private static final int CONNECTIONS = 32;

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpClient http;
    private final Duration timeout;

    PinnedHttpClient(Vertx vertx, ProviderConfig config) {
        this.timeout = config.timeout();
        var options =
                new HttpClientOptions()
                        .setConnectTimeout((int) timeout.toMillis())
                        .setTracingPolicy(TracingPolicy.IGNORE);
        config.trustedCertificates()
                .ifPresent(file ->
                        options.setTrustOptions(
                                new PemTrustOptions().addCertPath(file.toString())));
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** What came back. */
    record Answer(int status, @Nullable String retryAfter, String body) {}

    /** There was no connection: nothing was sent. */
    static final class Unreachable extends RuntimeException {
        Unreachable(Throwable cause) {
            super(cause);
        }
    }

    /** It was sent, and no answer came. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(Throwable cause) {
            super(cause);
        }
    }

    /**
     * @param address where to connect to, whatever the URL's host is resolved to meanwhile
     * @throws Unreachable before anything was sent
     * @throws NoAnswer after that
     */
    Answer post(URI url, @Nullable InetAddress address, Map<String, String> headers, byte[] body) {
        // One chain, so that each step is set up on the event loop before the next can happen.
        var answer =
                http.request(options(url, address, headers))
                        .recover(failure -> Future.failedFuture(new Unreachable(failure)))
                        .compose(request -> exchange(request, body));
        try {
            return answer.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private RequestOptions options(
            URI url, @Nullable InetAddress address, Map<String, String> headers) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(url.toString())
                        .setFollowRedirects(false)
                        .setConnectTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        if (address != null) {
            var peer = new InetSocketAddress(address, options.getPort());
            options.setServer(SocketAddress.inetSocketAddress(peer));
        }
        return options;
    }

    /** The whole answer has to be there in time: one that trickles in is none. */
    private Future<Answer> exchange(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body))
                .compose(PinnedHttpClient::read)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    request.reset();
                    return Future.failedFuture(new NoAnswer(failure));
                });
    }

    /** A client may have made the server up: it does not fill our memory. */
    private static Future<Answer> read(HttpClientResponse response) {
        var body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LONGEST_ANSWER) {
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        return response.end()
                .map(_ ->
                        new Answer(
                                response.statusCode(),
                                response.getHeader("Retry-After"),
                                body.toString()));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
