package parlance.gateway.command;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.InboxAddress;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.gateway.registry.CurrentLease;
import parlance.gateway.reply.ClientReply;
import parlance.gateway.reply.PendingReplies;
import parlance.gateway.reply.PendingReply;
import parlance.gateway.reply.ReplyHandler;
import parlance.gateway.reply.ReplyTo;
import parlance.kit.Rejection;
import parlance.kit.ReplyAddress;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.envelope.ReplyAddressHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** Puts a packet on Kafka as a command, and remembers who waits for the answer. */
@Singleton
public final class CommandPublisher {

    private static final Logger LOG = Logger.getLogger(CommandPublisher.class);

    private final CommandProducer producer;
    private final SecretFields secrets;
    private final CurrentLease lease;
    private final PendingReplies pending;
    private final Traces traces;
    private final Clock clock;
    private final GatewayConfig config;

    CommandPublisher(
            CommandProducer producer,
            SecretFields secrets,
            CurrentLease lease,
            PendingReplies pending,
            Traces traces,
            Clock clock,
            GatewayConfig config) {
        this.producer = producer;
        this.secrets = secrets;
        this.lease = lease;
        this.pending = pending;
        this.traces = traces;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Returns before Kafka has the command; whatever becomes of it is written to the connection.
     *
     * @throws Rejection if there is no way to send it, or for an answer to come back
     */
    public void publish(Connection connection, Packet packet, Route route) {
        publish(connection, packet, route, new ClientReply(connection, packet));
    }

    /** The same for what the gateway itself asks in the name of a connection's user. */
    public void publish(Connection connection, Packet packet, Route route, ReplyHandler handler) {
        var caller = connection.session().caller();
        publish(new ReplyTo.Socket(connection, handler), caller, packet, route);
    }

    /** The same in the name of any caller, for whoever waits for the answer. */
    public void publish(ReplyTo replyTo, @Nullable Caller caller, Packet packet, Route route) {
        var inbox = lease.address();
        var topic = route.topic().orElseThrow();
        var payload = secrets.seal(packet, route, topic);
        var order =
                CommandPartitioning.of(route.key(), packet, replyTo.id(), caller, clock.instant());
        var record = producer.recordOf(topic, order, payload.value());
        var headers = record.headers();
        var patience = config.gateway().deadline().orElse(route.deadline());
        RecordHeaders.add(headers, RecordHeaderNames.COMMAND, route.wireName());
        RecordHeaders.add(headers, RecordHeaderNames.MINTED_ID, order.mintedId());
        RecordHeaders.add(headers, RecordHeaderNames.BUDGET, patience.toMillis());
        RecordHeaders.add(headers, RecordHeaderNames.SEALED, payload.sealed());
        RecordHeaders.add(headers, RecordHeaderNames.CLIENT_ADDRESS, replyTo.clientAddress());
        if (caller != null) {
            CallerHeaders.add(headers, caller);
        }
        var span = traces.begin("packet " + packet.name());
        traces.inject(Context.root().with(span), headers);
        var due = System.nanoTime() + patience.toNanos();
        var correlation =
                pending.add(new PendingReply(packet, replyTo, span, payload.replyKey(), due));
        ReplyAddressHeaders.add(headers, addressOf(replyTo, inbox, correlation, packet));
        producer.send(record, failure -> refuse(correlation, failure));
    }

    private static ReplyAddress addressOf(
            ReplyTo replyTo, InboxAddress inbox, String correlation, Packet packet) {
        var requestId = packet.requestId();
        var errorId = packet.errorId();
        return new ReplyAddress(
                replyTo.id(),
                inbox,
                correlation,
                packet.form(),
                replyTo.dialect(),
                requestId,
                errorId == null || errorId.equals(requestId) ? null : errorId);
    }

    private void refuse(String correlation, Exception failure) {
        LOG.warnf("command_refused cause=%s", failure.toString());
        pending.take(correlation)
                .ifPresent(reply -> {
                    reply.span().setStatus(StatusCode.ERROR, failure.toString());
                    reply.span().end();
                    reply.replyTo().refuse(ErrorCode.SERVICE_UNAVAILABLE.failure());
                });
    }
}
