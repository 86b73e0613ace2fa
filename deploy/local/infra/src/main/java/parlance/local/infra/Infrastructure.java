package parlance.local.infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that the services need, each in its own process with its data in a {@link
 * DataDirectory}. A server whose address is in the environment is external: it is used, never
 * started or stopped. A server that is started again gets its old port and data.
 */
public final class Infrastructure implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final ProgramCatalog catalog;
    private final ManagedProcesses managedProcesses;
    private final Map<String, String> environment;
    private final Map<Component, Integer> ports = new EnumMap<>(Component.class);

    /**
     * The environment may name external addresses (KAFKA_BOOTSTRAP_SERVERS, REDIS_URL, MONGODB_URI,
     * S3_ENDPOINT) and the S3 credentials and bucket.
     */
    public Infrastructure(
            Project project, DataDirectory dataDirectory, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.catalog = new ProgramCatalog(project, dataDirectory, this.environment);
        this.managedProcesses = new ManagedProcesses(dataDirectory);
        for (var component : Component.values()) {
            child(component)
                    .ifPresent(managedProcess -> ports.put(component, managedProcess.port()));
        }
    }

    /** Starts these, all at a time, and returns when each listens; if one fails, none is left. */
    public void start(Collection<Component> components, Progress progress) {
        var starting = new LinkedHashMap<Component, ManagedProcess>();
        try {
            for (var component : components) {
                if (isExternal(component)) {
                    progress.report(component.id(), Progress.State.EXTERNAL, address(component));
                } else {
                    progress.report(component.id(), Progress.State.STARTING, "");
                    starting.put(component, launch(component));
                }
            }
            awaitAll(starting, progress);
        } catch (RuntimeException e) {
            starting.values()
                    .forEach(managedProcess -> managedProcesses.stop(managedProcess, STOP_GRACE));
            throw e;
        }
    }

    private void awaitAll(Map<Component, ManagedProcess> starting, Progress progress) {
        // The slowest was begun first, so it is reported last.
        var order = new ArrayList<>(starting.entrySet()).reversed();
        for (var entry : order) {
            managedProcesses.awaitListening(entry.getValue(), START_LIMIT);
            progress.report(entry.getKey().id(), Progress.State.READY, address(entry.getKey()));
        }
    }

    /** Starts one on the port and data that it had before, if any. */
    public void start(Component component) {
        start(List.of(component), Progress.silent());
    }

    /** Ends one cleanly (SIGTERM), as an operator would. */
    public void stop(Component component) {
        requireOurs(component);
        child(component)
                .ifPresent(managedProcess -> managedProcesses.stop(managedProcess, STOP_GRACE));
    }

    /** Ends one as a power cut would (SIGKILL). */
    public void kill(Component component) {
        requireOurs(component);
        child(component).ifPresent(managedProcesses::kill);
    }

    /** Stops one cleanly and starts it on the same port and data. */
    public void restart(Component component) {
        stop(component);
        start(component);
    }

    /** Empties Redis, as a lost cache would be. */
    public void flushRedis() {
        RedisConnection.flush(address(Component.REDIS));
    }

    /** Whether this server is external. */
    public boolean isExternal(Component component) {
        return environment.containsKey(component.addressVariable());
    }

    /** The running process of a component of our own. */
    public Optional<ManagedProcess> child(Component component) {
        return managedProcesses.find(component.id());
    }

    /** Where a component is, or will be once it is started. */
    public String address(Component component) {
        var external = environment.get(component.addressVariable());
        return external != null ? external : component.addressAt(port(component));
    }

    /** The environment variables that tell a service where these components are. */
    public Map<String, String> addresses(Collection<Component> components) {
        var addresses = new HashMap<String, String>();
        for (var component : components) {
            addresses.put(component.addressVariable(), address(component));
            if (component == Component.S3) {
                addresses.putAll(S3Settings.of(environment));
            }
        }
        return addresses;
    }

    /** Stops every server of our own, in the reverse order of their start. */
    @Override
    public void close() {
        List.of(Component.values()).reversed().stream()
                .filter(component -> !isExternal(component))
                .forEach(this::stop);
    }

    private void requireOurs(Component component) {
        if (isExternal(component)) {
            throw new StartupFailure(component.id() + " at " + address(component) + " is not ours");
        }
    }

    private ManagedProcess launch(Component component) {
        if (child(component).filter(ManagedProcess::isAlive).isPresent()) {
            throw new StartupFailure(component.id() + " runs already");
        }
        return managedProcesses.start(catalog.program(component, port(component)));
    }

    private int port(Component component) {
        return ports.computeIfAbsent(component, _ -> Ports.free());
    }
}
