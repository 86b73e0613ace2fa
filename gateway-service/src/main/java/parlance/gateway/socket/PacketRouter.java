package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.Packets;
import parlance.contracts.Route;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Frame;
import parlance.gateway.packet.Packet;
import parlance.gateway.packet.PacketReader;
import parlance.gateway.session.ActivityStatus;
import parlance.gateway.session.Connect;
import parlance.kit.Rejection;

/**
 * What becomes of a frame: the first thing that is wrong with it is answered here (protocol 1.3,
 * 1.4), the rest goes where its route says.
 */
@Singleton
final class PacketRouter {

    private static final Logger LOG = Logger.getLogger(PacketRouter.class);

    /** Of a request's id as a JSON literal, with the quotes around its 1,024 characters. */
    private static final int LONGEST_ID = 1_026;

    private record Pong(Map<String, String> pong) {}

    private record Success(boolean success) {}

    private final PacketReader reader;
    private final Connect connect;
    private final ActivityStatus activity;
    private final CommandPublisher commands;
    private final MeterRegistry metrics;

    PacketRouter(
            PacketReader reader,
            Connect connect,
            ActivityStatus activity,
            CommandPublisher commands,
            MeterRegistry metrics) {
        this.reader = reader;
        this.connect = connect;
        this.activity = activity;
        this.commands = commands;
        this.metrics = metrics;
    }

    /** Returns when the next frame of this connection may be looked at. */
    void accept(Connection connection, String text) {
        switch (reader.read(text)) {
            case Frame.Blank _ -> {}
            case Frame.Unreadable frame -> {
                connection.outbound().send(frame.refusal());
                count(null, "unreadable");
            }
            case Packet packet -> accept(connection, packet);
        }
    }

    /** For a client that sends too much: says so, and does nothing. */
    void refuse(Connection connection, String text, Rejection reason) {
        if (reader.read(text) instanceof Packet packet) {
            connection.outbound().send(packet.refusal(reason.failure()));
            count(packet.route(), Integer.toString(reason.failure().status()));
        }
    }

    private void accept(Connection connection, Packet packet) {
        var outcome = "accepted";
        try {
            perform(connection, packet, admit(connection, packet));
        } catch (Rejection rejection) {
            outcome = Integer.toString(rejection.failure().status());
            connection.outbound().send(packet.refusal(rejection.failure()));
        } catch (RuntimeException e) {
            outcome = "failed";
            LOG.errorf(e, "packet_failed name=%s", packet.name());
            connection.outbound().send(packet.refusal(ErrorCode.INTERNAL_SERVER.failure()));
        }
        count(packet.route(), outcome);
    }

    /** The packet's route, if the packet may take it. */
    private static Route admit(Connection connection, Packet packet) {
        refuseLongId(packet.requestId());
        refuseLongId(packet.errorId());
        var route = packet.route();
        if (route == null) {
            throw new Rejection(ErrorCode.ROUTE_NOT_FOUND);
        }
        if (route.needsAuthentication() && connection.session().caller() == null) {
            throw new Rejection(ErrorCode.UNAUTHORIZED);
        }
        switch (packet.shape()) {
            case NULL -> throw Rejection.invalid("\"value\" is required");
            case OTHER -> throw notAnObject();
            case LIST -> {
                if (!route.acceptsList()) {
                    throw notAnObject();
                }
            }
            case OBJECT -> {}
        }
        return route;
    }

    /** An id is kept while its answer is waited for, and travels with the command. */
    private static void refuseLongId(@Nullable String literal) {
        if (literal != null && literal.length() > LONGEST_ID) {
            throw Rejection.invalid(
                    "\"id\" length must be less than or equal to 1024 characters long");
        }
    }

    private static Rejection notAnObject() {
        return Rejection.invalid("\"value\" must be of type object");
    }

    private void perform(Connection connection, Packet packet, Route route) {
        switch (route) {
            case PING -> reply(connection, packet, new Pong(Map.of()));
            case CONNECT -> {
                var connectReply = connect.answer(connection, packet);
                reply(connection, packet, connectReply);
                connect.complete(connection, connectReply);
            }
            case ACTIVITY_STATUS -> {
                activity.answer(connection, packet);
                reply(connection, packet, new Success(true));
            }
            default -> commands.publish(connection, packet, route);
        }
    }

    private static void reply(Connection connection, Packet packet, Object body) {
        connection.outbound().send(Packets.response(packet.requestId(), body));
    }

    private void count(@Nullable Route route, String outcome) {
        var name = route == null ? "unknown" : route.wireName();
        metrics.counter("parlance_packets", "route", name, "outcome", outcome).increment();
    }
}
