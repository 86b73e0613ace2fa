package parlance.presence.activity;

import java.time.Instant;
import parlance.contracts.Dialect;
import parlance.presence.state.Presence;

/** When a user was last active. */
public sealed interface LastActivity {

    /** Now. */
    record Online() implements LastActivity {}

    /** The user is away. */
    record At(Instant time) implements LastActivity {}

    static LastActivity of(Presence presence) {
        return presence.online() ? new Online() : new At(presence.since());
    }

    /** As it stands in packets: of who is online a word, or a number for existing clients. */
    default Object in(Dialect dialect) {
        return switch (this) {
            case Online() -> dialect == Dialect.CLIENT ? 0 : "online";
            case At(var time) -> time.getEpochSecond();
        };
    }
}
