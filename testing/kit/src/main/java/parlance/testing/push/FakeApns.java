package parlance.testing.push;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Apple's push service: Pushy's mock server, real HTTP/2 over TLS, with its token checked. */
public final class FakeApns implements AutoCloseable {

    public static final String TEAM = "TEAM000001";
    public static final String KEY_ID = "KEY0000001";
    public static final String TOPIC = "chat.parlance.test";

    private final MockApnsServer server;
    private final int port;
    private final KeyPair keys;
    private final ApnsHandler desk;

    /** A notification, and the headers that came with it. */
    public record Received(String deviceToken, Map<String, String> headers, JsonNode payload) {}

    private FakeApns(MockApnsServer server, int port, KeyPair keys, ApnsHandler desk) {
        this.server = server;
        this.port = port;
        this.keys = keys;
        this.desk = desk;
    }

    public static FakeApns start(TestCertificate certificate) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var desk = new ApnsHandler(keys);
            var server =
                    new MockApnsServerBuilder()
                            .setServerCredentials(
                                    new X509Certificate[] {certificate.certificate()},
                                    certificate.privateKey(),
                                    null)
                            .setHandlerFactory(_ -> desk)
                            .build();
            var port = freePort();
            server.start(port).join();
            return new FakeApns(server, port, keys, desk);
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
                desk.thenReject(known);
                return;
            }
        }
        throw new IllegalArgumentException(reason);
    }

    /** The next notification is read, and nothing on its connection is answered any more. */
    public void thenSilence() {
        desk.thenSilence();
    }

    /** To this device, in the order of arrival; also what was then refused. */
    public List<Received> receivedBy(String deviceToken) {
        return desk.received().stream()
                .filter(one -> one.deviceToken().equals(deviceToken))
                .toList();
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
        desk.close();
        server.shutdown().join();
    }
}
