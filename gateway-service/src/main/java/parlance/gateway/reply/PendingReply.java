package parlance.gateway.reply;

import io.opentelemetry.api.trace.Span;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parlance.gateway.packet.Packet;

/** A command whose answer is waited for. */
public final class PendingReply {

    private final Packet packet;
    private final ReplyTo replyTo;
    private final Span span;
    private final @Nullable String replyKey;
    private final long dueNanos;
    private final long sinceNanos = System.nanoTime();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream(0);

    /**
     * @param replyKey opens the sealed fields of the answer
     * @param dueNanos of {@link System#nanoTime()}: nobody waits any longer
     */
    public PendingReply(
            Packet packet, ReplyTo replyTo, Span span, @Nullable String replyKey, long dueNanos) {
        this.packet = packet;
        this.replyTo = replyTo;
        this.span = span;
        this.replyKey = replyKey;
        this.dueNanos = dueNanos;
    }

    public Packet packet() {
        return packet;
    }

    public ReplyTo replyTo() {
        return replyTo;
    }

    /** From the packet to its answer; to be ended by whoever takes this. */
    public Span span() {
        return span;
    }

    public @Nullable String replyKey() {
        return replyKey;
    }

    /** How long the client has waited by now. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    boolean isDue(long nanos) {
        return nanos - dueNanos >= 0;
    }

    /** Adds a part of an answer that is too long for one record; they come in order. */
    public void add(int number, byte[] part) {
        if (number == 1) {
            // A replay begins anew.
            parts.reset();
        }
        parts.writeBytes(part);
    }

    /** All parts so far. */
    public byte[] joined() {
        return parts.toByteArray();
    }
}
