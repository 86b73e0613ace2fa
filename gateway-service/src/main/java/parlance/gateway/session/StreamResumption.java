package parlance.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import parlance.contracts.UserId;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.ResumePosition;
import parlance.kit.Rejection;
import parlance.kit.resume.Cursor;
import parlance.kit.resume.ResumeStore;

/** Lets clients go on where their last connection broke; see {@code docs/resume.md}. */
@Singleton
final class StreamResumption {

    private static final Logger LOG = Logger.getLogger(StreamResumption.class);

    private final ResumeStore streams;
    private final MeterRegistry metrics;
    private final Counter replayed;
    private final Counter gaps;

    StreamResumption(ResumeStore streams, MeterRegistry metrics) {
        this.streams = streams;
        this.metrics = metrics;
        this.replayed = metrics.counter("parlance_resume_replayed");
        this.gaps = metrics.counter("parlance_resume_gaps");
    }

    /**
     * Where the user's stream ends now; to be asked before the connection is registered.
     *
     * @throws Rejection if Redis is down
     */
    Cursor open(UserId user) {
        return streams.open(user);
    }

    /**
     * Has what the client lacks written when the connection is released.
     *
     * @param end of the stream, before the connection was registered
     * @param asked the client's cursor; empty text if it has none yet
     */
    ConnectReply start(Connection connection, UserId user, Cursor end, String asked) {
        var cursor = Cursor.parse(asked);
        var missed = cursor.flatMap(from -> streams.readAfter(user, from));
        if (cursor.isPresent() && missed.isPresent()) {
            count("resumed");
            replayed.increment(missed.get().size());
            var resumePosition = ResumePosition.resumed(cursor.get(), refill(connection, user));
            connection.outbound().resumeFrom(resumePosition, missed.get());
            return ConnectReply.resumed(cursor.get());
        }
        connection
                .outbound()
                .resumeFrom(ResumePosition.begun(end, refill(connection, user)), List.of());
        count(asked.isEmpty() ? "begun" : "too_far");
        return asked.isEmpty() ? ConnectReply.begun(end) : ConnectReply.tooFar(end);
    }

    private Runnable refill(Connection connection, UserId user) {
        return () -> {
            gaps.increment();
            Thread.ofVirtual().name("refill").start(() -> refillNow(connection, user));
        };
    }

    /** A packet has overtaken another, which is in the stream already. */
    private void refillNow(Connection connection, UserId user) {
        connection
                .outbound()
                .cursor()
                .flatMap(cursor -> streams.readAfter(user, cursor))
                .ifPresentOrElse(connection.outbound()::fill, () -> sendAway(connection));
    }

    private static void sendAway(Connection connection) {
        LOG.warnf("resume_broken connection=%s", connection.id());
        connection.close(CloseReason.SLOW_READER);
    }

    private void count(String outcome) {
        metrics.counter("parlance_resume", "outcome", outcome).increment();
    }
}
