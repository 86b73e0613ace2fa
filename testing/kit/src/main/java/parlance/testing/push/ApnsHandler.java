package parlance.testing.push;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.auth.AuthenticationToken;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2Headers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import parlance.contracts.Json;
import parlance.testing.push.FakeApns.Received;

/** Takes what comes to {@link FakeApns}, if its token is right, and answers as it was told to. */
final class ApnsHandler implements PushNotificationHandler {

    private final KeyPair keys;
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final UnresponsiveServer unresponsiveServer = new UnresponsiveServer();

    private interface Answer {
        void give() throws RejectedNotificationException;
    }

    ApnsHandler(KeyPair keys) {
        this.keys = keys;
    }

    void thenReject(RejectionReason reason) {
        next.add(() -> {
            throw new RejectedNotificationException(reason);
        });
    }

    void thenSilence() {
        next.add(unresponsiveServer::keep);
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void handlePushNotification(Http2Headers headers, ByteBuf body)
            throws RejectedNotificationException {
        var one = read(headers, Json.tree(ByteBufUtil.getBytes(body)));
        verify(one.headers());
        received.add(one);
        var answer = next.poll();
        if (answer != null) {
            answer.give();
        }
    }

    private static Received read(Http2Headers headers, JsonNode payload) {
        var fields = new HashMap<String, String>();
        headers.forEach(
                entry -> fields.put(entry.getKey().toString(), entry.getValue().toString()));
        var token = fields.getOrDefault(":path", "").replaceFirst("^/3/device/", "");
        return new Received(token, Map.copyOf(fields), payload);
    }

    private void verify(Map<String, String> headers) throws RejectedNotificationException {
        var shown = headers.getOrDefault("authorization", "").replaceFirst("^\\w+ ", "");
        if (!isOurs(shown)) {
            throw new RejectedNotificationException(RejectionReason.INVALID_PROVIDER_TOKEN);
        }
        if (!FakeApns.TOPIC.equals(headers.get("apns-topic"))) {
            throw new RejectedNotificationException(RejectionReason.BAD_TOPIC);
        }
    }

    /** Pushy reads its own kind of signature. */
    private boolean isOurs(String shown) {
        try {
            var token = new AuthenticationToken(shown);
            var key =
                    new ApnsVerificationKey(
                            FakeApns.KEY_ID, FakeApns.TEAM, (ECPublicKey) keys.getPublic());
            return token.getTeamId().equals(FakeApns.TEAM)
                    && token.getKeyId().equals(FakeApns.KEY_ID)
                    && token.verifySignature(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Releases the requests that wait for an answer. */
    void close() {
        unresponsiveServer.end();
    }
}
