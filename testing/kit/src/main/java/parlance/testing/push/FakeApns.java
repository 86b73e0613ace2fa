package parlance.testing.push;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.auth.AuthenticationToken;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;

/** Apple's push service: Pushy's mock server, real HTTP/2 over TLS, with its token checked. */
public final class FakeApns implements AutoCloseable {

    public static final String TEAM = "TEAM000001";
    public static final String KEY_ID = "KEY0000001";
    public static final String TOPIC = "chat.parlance.test";

    private final MockApnsServer server;
    private final int port;
    private final KeyPair keys;
    private final Queue<RejectionReason> rejections;
    private final List<Received> received;

    /** A notification, and the headers that came with it. */
    public record Received(String deviceToken, Map<String, String> headers, JsonNode payload) {}

    private FakeApns(
            MockApnsServer server,
            int port,
            KeyPair keys,
            Queue<RejectionReason> rejections,
            List<Received> received) {
        this.server = server;
        this.port = port;
        this.keys = keys;
        this.rejections = rejections;
        this.received = received;
    }

    public static FakeApns start(TestCertificate certificate) {
        var rejections = new ConcurrentLinkedQueue<RejectionReason>();
        var received = new CopyOnWriteArrayList<Received>();
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var server =
                    new MockApnsServerBuilder()
                            .setServerCredentials(
                                    new X509Certificate[] {certificate.certificate()},
                                    certificate.privateKey(),
                                    null)
                            .setHandlerFactory(_ ->
                                    (headers, body) -> {
                                        var one = read(headers, body);
                                        verify(one.headers(), keys);
                                        received.add(one);
                                        reject(rejections.poll());
                                    })
                            .build();
            var port = freePort();
            server.start(port).join();
            return new FakeApns(server, port, keys, rejections, received);
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "localhost:" + port;
    }

    /** The signing key that this server trusts, as Apple gives it out. */
    public Path writeKey(Path file) {
        return Pem.write(file, "PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** The next notification is refused for this reason, such as {@code BadDeviceToken}. */
    public void thenReject(String reason) {
        for (var known : RejectionReason.values()) {
            if (known.name().replace("_", "").equals(reason.toUpperCase(Locale.ROOT))) {
                rejections.add(known);
                return;
            }
        }
        throw new IllegalArgumentException(reason);
    }

    /** To this device, in the order of arrival; also what was then refused. */
    public List<Received> receivedBy(String deviceToken) {
        return received.stream().filter(one -> one.deviceToken().equals(deviceToken)).toList();
    }

    private static Received read(Http2Headers headers, ByteBuf body) {
        var fields = new HashMap<String, String>();
        headers.forEach(
                entry -> fields.put(entry.getKey().toString(), entry.getValue().toString()));
        var token = fields.getOrDefault(":path", "").replaceFirst("^/3/device/", "");
        return new Received(token, Map.copyOf(fields), Json.tree(ByteBufUtil.getBytes(body)));
    }

    private static void verify(Map<String, String> headers, KeyPair keys)
            throws RejectedNotificationException {
        var shown = headers.getOrDefault("authorization", "").replaceFirst("^\\w+ ", "");
        if (!isOurs(shown, keys)) {
            throw new RejectedNotificationException(RejectionReason.INVALID_PROVIDER_TOKEN);
        }
        if (!TOPIC.equals(headers.get("apns-topic"))) {
            throw new RejectedNotificationException(RejectionReason.BAD_TOPIC);
        }
    }

    /** Pushy reads its own kind of signature. */
    private static boolean isOurs(String shown, KeyPair keys) {
        try {
            var token = new AuthenticationToken(shown);
            return token.getTeamId().equals(TEAM)
                    && token.getKeyId().equals(KEY_ID)
                    && token.verifySignature(
                            new ApnsVerificationKey(KEY_ID, TEAM, (ECPublicKey) keys.getPublic()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void reject(@Nullable RejectionReason reason)
            throws RejectedNotificationException {
        if (reason != null) {
            throw new RejectedNotificationException(reason);
        }
    }

    /** Pushy's server says nothing of the port it got. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdown().join();
    }
}
