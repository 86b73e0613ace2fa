package parlance.conversation;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.testing.commands.CommandClient;

/** New people for each test, and what they ask for. */
public final class Callers {

    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    private Callers() {}

    public static Caller caller(String login) {
        return new Caller(
                new OrganizationId("default"),
                new UserId(CommandClient.mintedId()),
                login,
                new DeviceId(login + "-phone"),
                new SessionId(login + "-session"));
    }

    /** A command as the kit would read it, at a place of its own. */
    public static <R> Command<R> command(Caller caller, Route route, R request) {
        return new Command<>(
                route,
                request,
                caller,
                null,
                CommandClient.mintedId(),
                new Position("conversation.commands-0", OFFSETS.incrementAndGet(), 0),
                Instant.parse("2026-01-01T12:00:00Z"),
                null,
                null);
    }
}
