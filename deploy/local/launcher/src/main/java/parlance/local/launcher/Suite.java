package parlance.local.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import parlance.local.infra.Component;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.infra.topics.DeclaredTopics;
import parlance.local.infra.topics.TopicCreator;
import parlance.local.launcher.observe.Prometheus;
import parlance.local.launcher.observe.Targets;
import parlance.local.launcher.service.Replica;
import parlance.local.launcher.service.Service;
import parlance.local.launcher.service.ServicePrograms;

/**
 * Parlance as processes of this machine: infrastructure, topics and the packaged services, with
 * everything they keep in one {@link DataDirectory}. Its processes outlive the JVM that started
 * them, unless {@link #close()} is called.
 */
public final class Suite implements AutoCloseable {

    private static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final EnumSet<Component> ALL = EnumSet.allOf(Component.class);

    private final Project project;
    private final DataDirectory dataDirectory;
    private final SuiteSettings settings;
    private final ManagedProcesses managedProcesses;
    private final Infrastructure infrastructure;
    private final Map<String, String> environment;
    private final Replicas replicas;

    private Suite(Project project, DataDirectory dataDirectory, SuiteState state) {
        this.project = project;
        this.dataDirectory = dataDirectory;
        this.settings = state.settings();
        this.managedProcesses = new ManagedProcesses(dataDirectory);
        var known = new HashMap<>(LocalEnvironment.loadOrCreate(dataDirectory));
        known.put("PARLANCE_MAIL_LOG_ENABLED", "true");
        known.put("PARLANCE_MAIL_LOG_HANDLERS", "mail");
        known.put("PARLANCE_MAIL_LOG_PATH", dataDirectory.log("mail").toString());
        known.putAll(settings.environment());
        this.infrastructure = new Infrastructure(project, dataDirectory, known);
        known.putAll(infrastructure.addresses(ALL));
        this.environment = Map.copyOf(known);
        var programs = new ServicePrograms(project, dataDirectory, settings.jvm());
        this.replicas =
                new Replicas(
                        Service.of(project),
                        programs,
                        managedProcesses,
                        settings,
                        environment,
                        state.ports());
    }

    /** A suite that is yet to be started; fails if one runs in this home. */
    public static Suite create(
            Project project, DataDirectory dataDirectory, SuiteSettings settings) {
        var managedProcesses = new ManagedProcesses(dataDirectory);
        for (var managedProcess : managedProcesses.all()) {
            if (managedProcess.isAlive()) {
                throw new StartupFailure(
                        "Parlance runs already ("
                                + managedProcess.name()
                                + ", pid "
                                + managedProcess.pid()
                                + "); see ./parlance status, or ./parlance down to end it");
            }
            managedProcesses.forget(managedProcess);
        }
        if (settings.frontPort() != 0) {
            FrontPort.requireFree(settings.frontPort());
        }
        return new Suite(project, dataDirectory, SuiteState.of(settings, Map.of()));
    }

    /** The suite that an earlier command left running in this home. */
    public static Optional<Suite> find(Project project, DataDirectory dataDirectory) {
        return SuiteState.load(dataDirectory)
                .map(state -> new Suite(project, dataDirectory, state));
    }

    /**
     * Starts everything and returns when all is ready; if anything fails, nothing is left running.
     */
    public void start(Progress progress) {
        try {
            startInfrastructure(progress);
            replicas.startAll(progress);
            save();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the servers and makes them hold the declared topics. */
    public void startInfrastructure(Progress progress) {
        save();
        infrastructure.start(ALL, progress);
        progress.report("topics", Progress.State.STARTING, "");
        var kafka = infrastructure.address(Component.KAFKA);
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            var applied = new TopicCreator(admin).apply(DeclaredTopics.read(project.topics()));
            progress.report("topics", Progress.State.READY, applied.toString());
        }
    }

    /** One more replica of a service, on free ports; its name, as "gateway-2". */
    public String addReplica(String service) {
        var before = replicas.running(service(service));
        scale(service, before.size() + 1, Progress.silent());
        return replicas.running(service(service)).stream()
                .filter(replica -> !before.contains(replica))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Starts replicas, or stops the newest, until there are that many. */
    public void scale(String service, int count, Progress progress) {
        if (count < 1) {
            throw new StartupFailure("at least one " + service + " must run");
        }
        replicas.scale(service(service), count, progress);
        save();
    }

    /** Restarts a component, a replica, or all replicas of a service, one at a time. */
    public void restart(String name, Progress progress) {
        var component = component(name);
        if (component.isPresent()) {
            progress.report(name, Progress.State.STOPPING, "");
            infrastructure.restart(component.get());
            progress.report(name, Progress.State.READY, infrastructure.address(component.get()));
            return;
        }
        replicas.restart(replicas(name), progress);
    }

    /** Ends one replica as a power cut would (SIGKILL). */
    public void killReplica(String name) {
        replicas.kill(replica(name));
    }

    /** Ends one replica cleanly (SIGTERM). */
    public void stopReplica(String name) {
        replicas.stop(replica(name), Progress.silent());
    }

    /** Starts a replica that was stopped or killed, on the ports that it had. */
    public void startReplica(String name) {
        replicas.start(List.of(replica(name)), Progress.silent());
    }

    /** The names of the running replicas of a service, oldest first. */
    public List<String> runningReplicas(String service) {
        return replicas.running(service(service)).stream().map(Replica::name).toList();
    }

    /** The HTTP address of a replica, also while it is down. */
    public URI http(String replica) {
        return URI.create("http://127.0.0.1:" + replicas.portsOf(replica(replica)).http());
    }

    /** The management address of a replica: /q/health and /q/metrics. */
    public URI management(String replica) {
        return URI.create("http://127.0.0.1:" + replicas.portsOf(replica(replica)).management());
    }

    /** Where clients connect: the first gateway, for HTTP and WebSocket alike. */
    public URI frontDoor() {
        var ports = replicas.portsOf(Replica.first(Service.GATEWAY));
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    /** Kafka and the others, one by one: stop, kill, start again, flush. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** What every service is told: addresses and secrets, by variable. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where the servers are, by variable. */
    public Map<String, String> infrastructureAddresses() {
        return infrastructure.addresses(ALL);
    }

    /** Starts a Prometheus on all replicas, also those that are yet to come; where it answers. */
    public URI observe() {
        return new Prometheus(project, dataDirectory).start();
    }

    /** Every process that was started and not stopped, dead ones too. */
    public List<ManagedProcess> children() {
        return managedProcesses.all();
    }

    /**
     * Ends this suite when the JVM ends before {@link #close()}; the returned hook can be removed.
     */
    public Thread closeOnExit() {
        var hook = new Thread(this::close, "stop-suite");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** Stops everything that runs in this home: gateways, the other services, the servers. */
    @Override
    public void close() {
        stopAll(dataDirectory, Progress.silent());
    }

    /** Stops every process that runs in a data directory, even without the suite's state file. */
    public static void stopAll(DataDirectory dataDirectory, Progress progress) {
        var managedProcesses = new ManagedProcesses(dataDirectory);
        for (var group : StopOrder.inStopOrder(managedProcesses.all())) {
            StopOrder.stop(group, managedProcesses, STOP_GRACE, progress);
        }
        SuiteState.remove(dataDirectory);
        new DataDirectory(dataDirectory.data("apps")).wipe();
    }

    private void save() {
        SuiteState.of(settings.withFrontPort(frontDoor().getPort()), replicas.ports())
                .save(dataDirectory);
        Targets.save(dataDirectory, replicas.ports());
    }

    private List<Replica> replicas(String name) {
        var service = Service.find(project, name);
        if (service.isEmpty()) {
            return List.of(replica(name));
        }
        var known = replicas.known(service.get());
        return known.isEmpty() ? List.of(Replica.first(service.get())) : known;
    }

    private Replica replica(String name) {
        return Replica.parse(name)
                .filter(replica -> Service.find(project, replica.service().name()).isPresent())
                .orElseThrow(() -> unknown(name));
    }

    private Service service(String name) {
        return Service.find(project, name).orElseThrow(() -> unknown(name));
    }

    private StartupFailure unknown(String name) {
        return new StartupFailure(
                "there is no "
                        + name
                        + "; there are "
                        + String.join(
                                ", ", Service.of(project).stream().map(Service::name).toList())
                        + " and "
                        + String.join(", ", ALL.stream().map(Component::id).toList()));
    }

    private static Optional<Component> component(String name) {
        return ALL.stream().filter(component -> component.id().equals(name)).findFirst();
    }
}
