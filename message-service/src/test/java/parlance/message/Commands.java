package parlance.message;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.testing.commands.CommandClient;

/** Commands as the kit would read them, for handlers that are called directly. */
public final class Commands {

    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    private Commands() {}

    /** A new command, at a place of its own. */
    public static <R> Command<R> from(Caller caller, Route route, R request) {
        return at(OFFSETS.incrementAndGet(), CommandClient.mintedId(), caller, route, request);
    }

    /** The same request at another place, as when a client sends it again. */
    public static <R> Command<R> again(Command<R> command) {
        return from(command.caller(), command.route(), command.request());
    }

    /** The very same command that another record on Kafka brings. */
    public static <R> Command<R> doubled(Command<R> command) {
        return at(
                OFFSETS.incrementAndGet(),
                command.mintedId(),
                command.caller(),
                command.route(),
                command.request());
    }

    /** The same command with another request. */
    public static <R> Command<R> with(R request, Command<R> command) {
        return at(
                command.position(), command.mintedId(), command.caller(), command.route(), request);
    }

    /** The same command as another record, on this partition. */
    public static <R> Command<R> on(int partition, Command<R> command) {
        return at(
                new Position("message.commands-" + partition, OFFSETS.incrementAndGet(), 0),
                command.mintedId(),
                command.caller(),
                command.route(),
                command.request());
    }

    private static <R> Command<R> at(
            long offset, String mintedId, Caller caller, Route route, R request) {
        var position = new Position("message.commands-0", offset, 0);
        return at(position, mintedId, caller, route, request);
    }

    private static <R> Command<R> at(
            Position position, String mintedId, Caller caller, Route route, R request) {
        return new Command<>(
                route,
                request,
                caller,
                null,
                mintedId,
                position,
                Instant.parse("2026-01-01T12:00:00Z"),
                null,
                null);
    }
}
