package parlance.local.launcher.service;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Room and flags of each service's JVM; small, because many share one machine. */
public record JvmSettings(String heap, List<String> flags) {

    /** PARLANCE_HEAP (as 192m) and PARLANCE_JVM_FLAGS (separated by blanks) change the defaults. */
    public static JvmSettings from(Map<String, String> environment) {
        var flags = environment.getOrDefault("PARLANCE_JVM_FLAGS", "").strip();
        return new JvmSettings(
                environment.getOrDefault("PARLANCE_HEAP", "192m"),
                flags.isEmpty() ? List.of() : Arrays.asList(flags.split("\\s+")));
    }
}
