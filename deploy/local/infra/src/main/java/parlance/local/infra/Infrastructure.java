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
 * The servers that the services stand on, each in its own process with its data in a {@link Home}.
 * One whose address is in the environment is somebody else's: it is used, never started or stopped.
 * A server that is started again gets its old port and data.
 */
public final class Infrastructure implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final ProgramCatalog catalog;
    private final Children children;
    private final Map<String, String> environment;
    private final Map<Component, Integer> ports = new EnumMap<>(Component.class);

    /**
     * The environment may name external addresses (KAFKA_BOOTSTRAP_SERVERS, REDIS_URL, MONGODB_URI,
     * S3_ENDPOINT) and the S3 credentials and bucket.
     */
    public Infrastructure(Project project, Home home, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.catalog = new ProgramCatalog(project, home, this.environment);
        this.children = new Children(home);
        for (var component : Component.values()) {
            child(component).ifPresent(child -> ports.put(component, child.port()));
        }
    }

    /** Starts these, all at a time, and returns when each listens; if one fails, none is left. */
    public void start(Collection<Component> components, Progress progress) {
        var starting = new LinkedHashMap<Component, Child>();
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
            starting.values().forEach(child -> children.stop(child, STOP_GRACE));
            throw e;
        }
    }

    private void awaitAll(Map<Component, Child> starting, Progress progress) {
        // The slowest was begun first, so it is reported last.
        var order = new ArrayList<>(starting.entrySet()).reversed();
        for (var entry : order) {
            children.awaitListening(entry.getValue(), START_LIMIT);
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
        child(component).ifPresent(child -> children.stop(child, STOP_GRACE));
    }

    /** Ends one as a power cut would (SIGKILL). */
    public void kill(Component component) {
        requireOurs(component);
        child(component).ifPresent(children::kill);
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

    /** Whether this one belongs to somebody else. */
    public boolean isExternal(Component component) {
        return environment.containsKey(component.addressVariable());
    }

    /** The running process of a component of our own. */
    public Optional<Child> child(Component component) {
        return children.find(component.id());
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

    private Child launch(Component component) {
        if (child(component).filter(Child::isAlive).isPresent()) {
            throw new StartupFailure(component.id() + " runs already");
        }
        return children.start(catalog.program(component, port(component)));
    }

    private int port(Component component) {
        return ports.computeIfAbsent(component, _ -> Ports.free());
    }
}
