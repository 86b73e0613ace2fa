package parlance.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortThatIsHeldForAMomentBecomesFree() throws Exception {
        var holder = new ServerSocket(Ports.free());
        var released =
                CompletableFuture.runAsync(
                        () -> close(holder),
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));

        assertThat(Ports.becomesFree(holder.getLocalPort())).isTrue();
        released.get();
    }

    @Test
    void aPortThatIsTakenDoesNot() throws Exception {
        try (var holder = new ServerSocket(Ports.free())) {
            assertThat(Ports.becomesFree(holder.getLocalPort())).isFalse();
        }
    }

    @Test
    void neighboursAreBothHandedOut() {
        var given = new HashSet<Integer>();
        for (int i = 0; i < 50; i++) {
            int port = Ports.freeWithNeighbour(10_000);
            assertThat(given.add(port)).isTrue();
            assertThat(given.add(port + 10_000)).isTrue();
        }
        IntStream.range(0, 500).forEach(_ -> assertThat(given.add(Ports.free())).isTrue());
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
