package parlance.gateway.reply;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import parlance.contracts.ErrorCode;

/** Tells clients that nobody has answered in time; an answer that comes after that is dropped. */
@Singleton
public final class ReplyTimeouts {

    private final PendingReplies pending;
    private final Counter timedOut;

    public ReplyTimeouts(PendingReplies pending, MeterRegistry metrics) {
        this.pending = pending;
        timedOut = metrics.counter("parlance_requests_timed_out");
    }

    /** To be called often, by one thread. */
    public void enforce() {
        pending.takeDue(System.nanoTime()).forEach(this::giveUp);
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
