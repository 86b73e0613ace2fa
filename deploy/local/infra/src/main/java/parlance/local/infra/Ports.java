package parlance.local.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Free ports, and who holds a taken one. */
public final class Ports {

    /**
     * Below the range from which systems take ports of outgoing connections: else a client that
     * reconnects to a stopped server may be given that server's port, and connect to itself.
     */
    private static final int LOWEST = 12_000;

    private static final int HIGHEST = 31_999;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Handed out by this JVM, and perhaps not yet listened on. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that no process listens on now; each call returns another one. */
    public static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new StartupFailure("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /**
     * A free port, whose neighbour so many ports above is free too: both are handed out, and both
     * are below the ports of outgoing connections.
     */
    public static int freeWithNeighbour(int distance) {
        int highest = HIGHEST - distance;
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, highest + 1);
            if (isFree(port) && isFree(port + distance) && giveBoth(port, port + distance)) {
                return port;
            }
        }
        throw new StartupFailure("no free ports " + distance + " apart");
    }

    private static boolean giveBoth(int first, int second) {
        if (!GIVEN.add(first)) {
            return false;
        }
        if (!GIVEN.add(second)) {
            GIVEN.remove(first);
            return false;
        }
        return true;
    }

    /** Whether a server could listen on this port of every interface. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(port))
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Whether a server could listen on this port in a moment. A process that is forked while
     * another thread checks the port holds the socket of that check until it executes its program.
     */
    static boolean becomesFree(int port) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
