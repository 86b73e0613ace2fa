package parlance.gateway.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import parlance.contracts.ErrorCode;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.PendingReply;

/** Tells clients that nobody has answered in time; an answer that comes after that is dropped. */
@Singleton
public final class Deadlines {

    private final Counter timedOut;

    public Deadlines(MeterRegistry metrics) {
        timedOut = metrics.counter("parlance_requests_timed_out");
    }

    /** To be called often, for each connection. */
    public void enforce(Connection connection) {
        if (!connection.pending().isEmpty()) {
            connection.pending().takeDue(System.nanoTime()).forEach(this::giveUp);
        }
    }

    private void giveUp(PendingReply reply) {
        var route = reply.packet().route();
        if (route == null || !route.isSilent()) {
            timedOut.increment();
            reply.span().setStatus(StatusCode.ERROR, "deadline");
            reply.replyTo().refuse(ErrorCode.REQUEST_TIMEOUT.failure());
        }
        reply.span().end();
    }
}
