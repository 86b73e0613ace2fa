package parlance.contracts;

import java.util.Locale;
import java.util.Optional;

/** Which of two shapes a connection wants where one packet cannot serve both (protocol 0.2). */
public enum ProtocolDialect {
    SEED,
    CLIENT;

    /** As it stands in the URL's query: {@code seed} or {@code client}. */
    public static Optional<ProtocolDialect> of(String wireName) {
        return switch (wireName) {
            case "seed" -> Optional.of(SEED);
            case "client" -> Optional.of(CLIENT);
            default -> Optional.empty();
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
