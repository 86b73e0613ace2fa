package parlance.testing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private final ServerSocket server;
    private final TcpProxy tcpProxy;

    TcpProxyTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        tcpProxy = TcpProxy.to(URI.create("http://127.0.0.1:" + server.getLocalPort()));
        Thread.ofVirtual().start(this::echo);
    }

    @AfterEach
    void close() throws IOException {
        tcpProxy.close();
        server.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (var client = dial()) {
            assertThat(echoOf(client, 'a')).isEqualTo('a');
        }
    }

    @Test
    void cutItEndsConnectionsAndRefusesNewOnesUntilMended() throws IOException {
        try (var client = dial()) {
            assertThat(echoOf(client, 'a')).isEqualTo('a');

            tcpProxy.cut();

            assertThat(client.getInputStream().read()).isNegative();
            try (var refused = dial()) {
                assertThat(refused.getInputStream().read()).isNegative();
            }
        }
        tcpProxy.mend();
        try (var again = dial()) {
            assertThat(echoOf(again, 'b')).isEqualTo('b');
        }
    }

    @Test
    void frozenItKeepsConnectionsThatCarryNothing() throws IOException {
        try (var client = dial()) {
            assertThat(echoOf(client, 'a')).isEqualTo('a');

            tcpProxy.freeze();

            client.setSoTimeout(200);
            assertThatThrownBy(() -> echoOf(client, 'b'))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Socket dial() throws IOException {
        return new Socket("127.0.0.1", tcpProxy.uri().getPort());
    }

    private static int echoOf(Socket socket, char letter) throws IOException {
        socket.getOutputStream().write(letter);
        return socket.getInputStream().read();
    }

    private void echo() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual()
                        .start(() -> {
                            try (socket) {
                                socket.getInputStream().transferTo(socket.getOutputStream());
                            } catch (IOException gone) {
                                // The test has ended.
                            }
                        });
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }
}
