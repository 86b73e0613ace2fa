package parlance.gateway.command;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.InboxAddress;
import parlance.contracts.Route;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.PendingReply;
import parlance.gateway.connection.ReplyTo;
import parlance.gateway.connection.ReplyToClient;
import parlance.gateway.packet.Packet;
import parlance.gateway.registry.CurrentLease;
import parlance.kit.Asker;
import parlance.kit.Rejection;
import parlance.kit.envelope.AskerHeaders;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** Puts a packet on Kafka as a command, and remembers who waits for the answer. */
@Singleton
public final class CommandPublisher {

    private static final Logger LOG = Logger.getLogger(CommandPublisher.class);

    private final CommandProducer producer;
    private final SecretFields secrets;
    private final CurrentLease lease;
    private final Traces traces;
    private final Clock clock;
    private final GatewayConfig config;

    CommandPublisher(
            CommandProducer producer,
            SecretFields secrets,
            CurrentLease lease,
            Traces traces,
            Clock clock,
            GatewayConfig config) {
        this.producer = producer;
        this.secrets = secrets;
        this.lease = lease;
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
        publish(connection, packet, route, new ReplyToClient(connection, packet));
    }

    /** The same for what the gateway itself asks in the name of a connection's user. */
    public void publish(Connection connection, Packet packet, Route route, ReplyTo replyTo) {
        publish(connection, connection.caller(), packet, route, replyTo);
    }

    /** The same in the name of somebody who is not signed in there. */
    public void publish(Connection connection, Caller caller, Packet packet, Route route) {
        publish(connection, caller, packet, route, new ReplyToClient(connection, packet));
    }

    private void publish(
            Connection connection,
            @Nullable Caller caller,
            Packet packet,
            Route route,
            ReplyTo replyTo) {
        var inbox = lease.address();
        var topic = route.topic().orElseThrow();
        var payload = secrets.seal(packet, route, topic);
        var order = CommandOrder.of(route.key(), packet, connection.id(), caller, clock.instant());
        var record = producer.recordOf(topic, order, payload.value());
        var headers = record.headers();
        var patience = config.gateway().deadline().orElse(route.deadline());
        RecordHeaders.add(headers, parlance.contracts.Headers.COMMAND, route.wireName());
        RecordHeaders.add(headers, parlance.contracts.Headers.MINTED_ID, order.mintedId());
        RecordHeaders.add(headers, parlance.contracts.Headers.BUDGET, patience.toMillis());
        RecordHeaders.add(headers, parlance.contracts.Headers.SEALED, payload.sealed());
        describeClient(headers, connection, caller);
        var span = traces.begin("packet " + packet.name());
        traces.inject(Context.root().with(span), headers);
        var due = System.nanoTime() + patience.toNanos();
        var pending = new PendingReply(packet, replyTo, span, payload.replyKey(), due);
        var correlation = connection.pending().add(pending);
        AskerHeaders.add(headers, askerOf(connection, inbox, correlation, packet));
        producer.send(record, failure -> refuse(connection, correlation, failure));
    }

    private static void describeClient(
            Headers headers, Connection connection, @Nullable Caller caller) {
        RecordHeaders.add(
                headers, parlance.contracts.Headers.CLIENT_ADDRESS, connection.clientAddress());
        if (caller != null) {
            CallerHeaders.add(headers, caller);
        }
    }

    private static Asker askerOf(
            Connection connection, InboxAddress inbox, String correlation, Packet packet) {
        var requestId = packet.requestId();
        var errorId = packet.errorId();
        return new Asker(
                connection.id(),
                inbox,
                correlation,
                packet.form(),
                connection.dialect(),
                requestId,
                errorId == null || errorId.equals(requestId) ? null : errorId);
    }

    private static void refuse(Connection connection, String correlation, Exception failure) {
        LOG.warnf("command_refused cause=%s", failure.toString());
        connection
                .pending()
                .take(correlation)
                .ifPresent(pending -> {
                    pending.span().setStatus(StatusCode.ERROR, failure.toString());
                    pending.span().end();
                    pending.replyTo().refuse(ErrorCode.SERVICE_UNAVAILABLE.failure());
                });
    }
}
