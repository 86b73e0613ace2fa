package parlance.local.launcher;

import java.util.HashMap;
import java.util.Map;
import parlance.local.launcher.service.JvmSettings;

/**
 * How a suite is to run.
 *
 * @param frontPort where clients find the first gateway; 0 is any free port
 * @param host where gateways listen; everything else listens on 127.0.0.1 only
 * @param environment given to every service, on top of what it is told anyway; an address such as
 *     KAFKA_BOOTSTRAP_SERVERS in it replaces that component
 */
public record SuiteSettings(
        int frontPort, String host, JvmSettings jvm, Map<String, String> environment) {

    /**
     * For tests: any free port, this machine only, addresses and JVM flags from our environment.
     */
    public static SuiteSettings defaults() {
        return new SuiteSettings(
                0,
                "127.0.0.1",
                JvmSettings.from(System.getenv()),
                ExternalServers.in(System.getenv()));
    }

    /**
     * For tests that stop servers: the same, but none of the servers that our environment names.
     */
    public static SuiteSettings withOwnServers() {
        return new SuiteSettings(0, "127.0.0.1", JvmSettings.from(System.getenv()), Map.of());
    }

    public SuiteSettings withFrontPort(int port) {
        return new SuiteSettings(port, host, jvm, environment);
    }

    public SuiteSettings withHost(String address) {
        return new SuiteSettings(frontPort, address, jvm, environment);
    }

    /** One more variable for every service. */
    public SuiteSettings with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new SuiteSettings(frontPort, host, jvm, Map.copyOf(more));
    }
}
