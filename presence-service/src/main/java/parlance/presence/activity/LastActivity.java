package parlance.presence.activity;

import java.time.Instant;
import parlance.contracts.ProtocolDialect;
import parlance.presence.state.Presence;

/** When a user was last active. */
public sealed interface LastActivity {

    /** The user is online now. */
    record Online() implements LastActivity {}

    /** The user is offline, and was last active at this time. */
    record At(Instant time) implements LastActivity {}

    static LastActivity of(Presence presence) {
        return presence.online() ? new Online() : new At(presence.since());
    }

    /**
     * The value in packets: for online users a word, or a number for clients of the client dialect.
     */
    default Object in(ProtocolDialect protocolDialect) {
        return switch (this) {
            case Online() -> protocolDialect == ProtocolDialect.CLIENT ? 0 : "online";
            case At(var time) -> time.getEpochSecond();
        };
    }
}
