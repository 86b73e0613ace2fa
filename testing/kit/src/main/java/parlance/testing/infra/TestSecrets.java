package parlance.testing.infra;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import parlance.local.infra.secrets.GeneratedSecrets;

/**
 * Secrets made once per JVM, each under the name of its environment variable and as the property
 * that the variable stands for.
 */
final class TestSecrets {

    private static final Map<String, String> SECRETS = GeneratedSecrets.create();

    private TestSecrets() {}

    static Map<String, String> asConfiguration() {
        var configuration = new HashMap<>(SECRETS);
        SECRETS.forEach((variable, value) -> configuration.put(propertyOf(variable), value));
        return configuration;
    }

    /** PARLANCE_AUTH_COOKIE_SECRET is parlance.auth.cookie-secret. */
    private static String propertyOf(String variable) {
        var words = variable.toLowerCase(Locale.ROOT).split("_", 3);
        return words.length == 2 || variable.equals("PARLANCE_SERVICE_TOKEN")
                ? "parlance." + variable.toLowerCase(Locale.ROOT).substring(9).replace('_', '-')
                : words[0] + "." + words[1] + "." + words[2].replace('_', '-');
    }
}
