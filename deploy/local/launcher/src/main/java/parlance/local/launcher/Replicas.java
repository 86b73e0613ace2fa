package parlance.local.launcher;

import static java.util.Comparator.comparing;
import static parlance.local.launcher.service.ReplicaPorts.MANAGEMENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Progress;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.service.Health;
import parlance.local.launcher.service.Replica;
import parlance.local.launcher.service.ReplicaPorts;
import parlance.local.launcher.service.Service;
import parlance.local.launcher.service.ServicePrograms;

/** The replicas of all services. A replica that is started again gets its old ports. */
final class Replicas {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    /** A gateway takes about ten seconds to send its clients away. */
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);

    private final List<Service> services;
    private final ServicePrograms programs;
    private final ManagedProcesses managedProcesses;
    private final SuiteSettings settings;
    private final Map<String, String> environment;
    private final Map<String, ReplicaPorts> ports;

    Replicas(
            List<Service> services,
            ServicePrograms programs,
            ManagedProcesses managedProcesses,
            SuiteSettings settings,
            Map<String, String> environment,
            Map<String, ReplicaPorts> knownPorts) {
        this.services = services;
        this.programs = programs;
        this.managedProcesses = managedProcesses;
        this.settings = settings;
        this.environment = environment;
        this.ports = new ConcurrentHashMap<>(knownPorts);
        // Every service is told where the others are, so that is settled before any starts.
        services.forEach(service -> portsOf(Replica.first(service)));
    }

    Map<String, ReplicaPorts> ports() {
        return new TreeMap<>(ports);
    }

    ReplicaPorts portsOf(Replica replica) {
        var isFrontDoor = replica.equals(Replica.first(Service.GATEWAY));
        return ports.computeIfAbsent(
                replica.name(), _ -> ReplicaPorts.choose(isFrontDoor ? settings.frontPort() : 0));
    }

    /** Starts the first replica of every service; gateways wait for the others. */
    void startAll(Progress progress) {
        var behind = services.stream().filter(service -> !service.equals(Service.GATEWAY));
        start(behind.map(Replica::first).toList(), progress);
        var gateways = services.stream().filter(Service.GATEWAY::equals);
        start(gateways.map(Replica::first).toList(), progress);
    }

    /** Starts these two at a time and returns when all are ready. */
    void start(List<Replica> replicas, Progress progress) {
        BoundedParallel.run(replicas, replica -> start(replica, progress));
    }

    private void start(Replica replica, Progress progress) {
        progress.report(replica.name(), Progress.State.STARTING, "");
        var chosen = portsOf(replica);
        var host = replica.service().equals(Service.GATEWAY) ? settings.host() : "127.0.0.1";
        var managedProcess =
                managedProcesses.start(
                        programs.of(replica, chosen, host, environment, firstReplicas()));
        managedProcesses.await(
                managedProcess,
                () ->
                        managedProcess.isListening(MANAGEMENT)
                                && Health.isReady(managedProcess.port(MANAGEMENT)),
                READY_LIMIT);
        progress.report(replica.name(), Progress.State.READY, "http://127.0.0.1:" + chosen.http());
    }

    /**
     * Stops and starts these one after the other, so that the service goes on if it has several.
     */
    void restart(List<Replica> replicas, Progress progress) {
        for (var replica : replicas) {
            stop(replica, progress);
            start(replica, progress);
        }
    }

    /** Starts or stops replicas until there are that many; the newest end first. */
    void scale(Service service, int count, Progress progress) {
        var running = running(service);
        if (running.size() > count) {
            running.subList(count, running.size())
                    .reversed()
                    .forEach(replica -> stop(replica, progress));
            return;
        }
        var more = new ArrayList<Replica>();
        for (int number = 1; running.size() + more.size() < count; number++) {
            var candidate = new Replica(service, number);
            if (!running.contains(candidate)) {
                more.add(candidate);
            }
        }
        start(more, progress);
    }

    /** The running replicas of a service, oldest first. */
    List<Replica> running(Service service) {
        return managedProcesses.all().stream()
                .filter(ManagedProcess::isAlive)
                .sorted(comparing(ManagedProcess::startedAt))
                .map(managedProcess -> Replica.parse(managedProcess.name()))
                .flatMap(Optional::stream)
                .filter(replica -> replica.service().equals(service))
                .toList();
    }

    /** Those that were started and not stopped, even if they died since. */
    List<Replica> known(Service service) {
        return managedProcesses.all().stream()
                .map(managedProcess -> Replica.parse(managedProcess.name()))
                .flatMap(Optional::stream)
                .filter(replica -> replica.service().equals(service))
                .sorted(Replica.oldestFirst())
                .toList();
    }

    void stop(Replica replica, Progress progress) {
        managedProcesses
                .find(replica.name())
                .ifPresent(managedProcess -> {
                    progress.report(managedProcess.name(), Progress.State.STOPPING, "");
                    managedProcesses.stop(managedProcess, STOP_GRACE);
                    progress.report(managedProcess.name(), Progress.State.STOPPED, "");
                });
    }

    void kill(Replica replica) {
        managedProcesses
                .find(replica.name())
                .ifPresentOrElse(
                        ManagedProcess::kill,
                        () -> {
                            throw new StartupFailure(replica.name() + " does not run");
                        });
    }

    private Map<Service, ReplicaPorts> firstReplicas() {
        var first = new ConcurrentHashMap<Service, ReplicaPorts>();
        services.forEach(service -> first.put(service, portsOf(Replica.first(service))));
        return first;
    }
}
