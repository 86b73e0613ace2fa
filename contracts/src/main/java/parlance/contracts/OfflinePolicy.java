package parlance.contracts;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a packet for a recipient who has no connection (protocol 1.7). */
public enum OfflinePolicy {
    /** Appended to the user's operations log. */
    LOG,
    /** Handed to push. */
    PUSH;

    /** Reads what {@link #text} wrote; empty for null. */
    public static Set<OfflinePolicy> parse(@Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(OfflinePolicy::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The names, by comma; null for none. */
    public static @Nullable String text(Set<OfflinePolicy> all) {
        return all.isEmpty() ? null : all.stream().map(OfflinePolicy::name).collect(joining(","));
    }
}
