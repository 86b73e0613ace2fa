package parlance.testing.push;

import java.util.concurrent.CountDownLatch;

/** What a server says that never answers, until it is closed. */
final class UnresponsiveServer {

    private final CountDownLatch end = new CountDownLatch(1);

    void keep() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Releases the requests that wait here. */
    void end() {
        end.countDown();
    }
}
