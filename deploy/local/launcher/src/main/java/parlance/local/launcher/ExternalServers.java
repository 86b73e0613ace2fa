package parlance.local.launcher;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.local.infra.Component;

/**
 * The servers that are not started here, because the operator named their addresses in the
 * environment.
 */
final class ExternalServers {

    private static final List<String> S3 =
            List.of("S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_BUCKET", "S3_REGION");

    private ExternalServers() {}

    /** Credentials count only with an address of one's own: ours has its own credentials. */
    static Map<String, String> in(Map<String, String> environment) {
        var externals = new HashMap<String, String>();
        Arrays.stream(Component.values())
                .map(Component::addressVariable)
                .forEach(variable -> copy(variable, environment, externals));
        if (externals.containsKey(Component.S3.addressVariable())) {
            S3.forEach(variable -> copy(variable, environment, externals));
        }
        return Map.copyOf(externals);
    }

    private static void copy(String variable, Map<String, String> from, Map<String, String> to) {
        var value = from.get(variable);
        if (value != null && !value.isBlank()) {
            to.put(variable, value);
        }
    }
}
