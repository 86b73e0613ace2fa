package parlance.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts together the frames of a socket and lays the packets into its mailbox. */
final class Frames implements WebSocket.Listener {

    private final Mailbox mailbox;
    private final Witness witness;
    private final StringBuilder text = new StringBuilder();

    Frames(Mailbox mailbox, Witness witness) {
        this.mailbox = mailbox;
        this.witness = witness;
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
            witness.received(json);
            mailbox.add(json);
        } catch (JsonProcessingException e) {
            // Whatever the test waits for, it will see this among what it did not expect.
            mailbox.add(TextNode.valueOf("not JSON: " + packet));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        mailbox.close(new Closing(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        mailbox.close(new Closing(Closing.ABNORMAL, error.toString()));
    }
}
