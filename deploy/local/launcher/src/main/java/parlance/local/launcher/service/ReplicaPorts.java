package parlance.local.launcher.service;

import static parlance.local.infra.ChildProgram.MAIN;

import java.util.Map;
import parlance.local.infra.Ports;

/** Where a replica answers: clients and services on one port, operators on the other. */
public record ReplicaPorts(int http, int management) {

    public static final String MANAGEMENT = "management";

    /** Two free ports, or one beside a given one. */
    public static ReplicaPorts choose(int http) {
        return new ReplicaPorts(http == 0 ? Ports.free() : http, Ports.free());
    }

    Map<String, Integer> byName() {
        return Map.of(MAIN, http, MANAGEMENT, management);
    }
}
