package parlance.gateway.admin;

import java.util.concurrent.CompletableFuture;
import parlance.contracts.ErrorCode;
import parlance.contracts.Form;
import parlance.contracts.Packets;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Socket;

/** A socket with nobody behind it: the first packet that is written to it is the answer. */
final class Errand implements Socket {

    private final CompletableFuture<String> answer = new CompletableFuture<>();

    /** Waits; there always is one, by the route's deadline. */
    String answer() {
        return answer.join();
    }

    @Override
    public void write(String text, Runnable written) {
        written.run();
        answer.complete(text);
    }

    @Override
    public void ping(long number) {}

    /** The process takes leave before the answer is there. */
    @Override
    public void close(CloseReason reason) {
        answer.complete(
                Packets.error(Form.ENVELOPED, "", null, ErrorCode.SERVICE_UNAVAILABLE.failure()));
    }
}
