package parlance.local.launcher.service;

import java.util.HashMap;
import java.util.Map;

/** The environment of a replica: what all share, then what is its own. */
final class ServiceEnvironment {

    private static final String JSON_LOGS = "QUARKUS_LOG_CONSOLE_JSON_ENABLED";

    private ServiceEnvironment() {}

    static Map<String, String> of(
            Replica replica,
            ReplicaPorts ports,
            String host,
            Map<String, String> common,
            Map<Service, ReplicaPorts> firstReplicas) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("PARLANCE_NODE_NAME", replica.name());
        // One machine notices a crash sooner than a network may.
        environment.put("PARLANCE_GATEWAY_LEASE", "4s");
        // JSON is for machines; here people read.
        environment.put(JSON_LOGS, System.getenv().getOrDefault(JSON_LOGS, "false"));
        environment.put("QUARKUS_HTTP_HOST", host);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
        firstReplicas.forEach((service, first) ->
                environment.put(service.urlVariable(), "http://127.0.0.1:" + first.http()));
        environment.putAll(common);
        return environment;
    }
}
