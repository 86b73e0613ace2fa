package parlance.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts together the frames of a socket and adds the packets to its {@link PacketQueue}. */
final class Frames implements WebSocket.Listener {

    private final PacketQueue packetQueue;
    private final PacketObserver packetObserver;
    private final StringBuilder text = new StringBuilder();

    Frames(PacketQueue packetQueue, PacketObserver packetObserver) {
        this.packetQueue = packetQueue;
        this.packetObserver = packetObserver;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            addPacket(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void addPacket(String packet) {
        try {
            var json = ChatClient.JSON.readTree(packet);
            packetObserver.received(json);
            packetQueue.add(json);
        } catch (JsonProcessingException e) {
            // The test that waits for another packet reports this text as unexpected.
            packetQueue.add(TextNode.valueOf("not JSON: " + packet));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        packetQueue.close(new Closing(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        packetQueue.close(new Closing(Closing.ABNORMAL, error.toString()));
    }
}
