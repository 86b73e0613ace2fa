package parlance.testing.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy between a client and a server that a test can interrupt: {@link #cut} ends every
 * connection and refuses new ones, {@link #freeze} keeps them open while no data arrives, like a
 * silent network failure.
 */
public final class TcpProxy implements AutoCloseable {

    private enum State {
        WHOLE,
        FROZEN,
        CUT
    }

    private final URI server;
    private final ServerSocket listener;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;
    private volatile Duration delay = Duration.ZERO;
    private volatile double cutChance;

    private TcpProxy(URI server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
        Thread.ofVirtual().name("cable").start(this::accept);
    }

    /** On a free port of this machine; to be closed. */
    public static TcpProxy to(URI server) {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new TcpProxy(server, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the client is to go instead of to the server. */
    public URI uri() {
        return URI.create(
                server.getScheme() + "://127.0.0.1:" + listener.getLocalPort() + server.getPath());
    }

    public void cut() {
        state = State.CUT;
        ends.forEach(TcpProxy::closeQuietly);
    }

    public void freeze() {
        state = State.FROZEN;
    }

    /** Every piece of data arrives that much later, in either direction. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Every piece of data breaks its connection with this chance, between 0 and 1. */
    public void cutNowAndThen(double chance) {
        cutChance = chance;
    }

    /** Connections that were frozen stay lost: what they carried is gone. */
    public void mend() {
        delay = Duration.ZERO;
        cutChance = 0;
        ends.forEach(TcpProxy::closeQuietly);
        state = State.WHOLE;
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                if (state == State.WHOLE) {
                    connect(client);
                } else {
                    closeQuietly(client);
                }
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            var onward = new Socket(server.getHost(), server.getPort());
            ends.add(client);
            ends.add(onward);
            Thread.ofVirtual().start(() -> carry(client, onward));
            Thread.ofVirtual().start(() -> carry(onward, client));
        } catch (IOException unreachable) {
            closeQuietly(client);
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[16 * 1024];
        try {
            while (true) {
                var read = from.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                if (cutChance > 0 && ThreadLocalRandom.current().nextDouble() < cutChance) {
                    break;
                }
                LockSupport.parkNanos(delay.toNanos());
                if (state != State.FROZEN) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException broken) {
            // Both ends go.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed one way or the other.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException gone) {
            // It is closed one way or the other.
        }
        cut();
    }
}
