package parlance.gateway.registry;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import parlance.contracts.connection.ConnectionEvent;
import parlance.kit.publish.Events;

/**
 * Tells the services who came and who went, in order and without making anybody wait for Kafka.
 * What a crash leaves untold is told by whoever finds the dead gateway's connections.
 */
@Singleton
public final class ConnectionEvents {

    private static final Logger LOG = Logger.getLogger(ConnectionEvents.class);
    private static final int BATCH = 500;

    private final Events events;
    private final BlockingQueue<ConnectionEvent> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger untold = new AtomicInteger();
    private final Thread thread =
            Thread.ofVirtual().name("connection-events").unstarted(this::publishAll);

    ConnectionEvents(Events events) {
        this.events = events;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    public void add(ConnectionEvent event) {
        untold.incrementAndGet();
        queue.add(event);
    }

    /** Whether Kafka has them all. */
    public boolean areAllTold() {
        return untold.get() == 0;
    }

    private void publishAll() {
        try {
            while (true) {
                var batch = new ArrayList<ConnectionEvent>();
                batch.add(queue.take());
                queue.drainTo(batch, BATCH);
                publish(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(List<ConnectionEvent> batch) {
        try {
            events.publishAll(batch);
        } catch (RuntimeException e) {
            LOG.warnf("connection_events_lost count=%d cause=%s", batch.size(), e.toString());
        } finally {
            untold.addAndGet(-batch.size());
        }
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
