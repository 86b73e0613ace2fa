package parlance.kit.command;

import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.kit.BatchHandler;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.request.TypeArgument;

/** The handlers of this service, one for each of its routes. */
@Singleton
final class Handlers {

    /** A handler and the type that its requests are read as. */
    sealed interface Handler {
        Class<?> requestType();

        record Single(Class<?> requestType, RequestHandler<Object> handler) implements Handler {}

        record Batch(Class<?> requestType, BatchHandler<Object> handler) implements Handler {}
    }

    private final Map<Route, Handler> byRoute = new EnumMap<>(Route.class);

    @SuppressWarnings("unchecked") // The request type is read from the same class as the handler.
    Handlers(
            @All List<InstanceHandle<RequestHandler<?>>> singles,
            @All List<InstanceHandle<BatchHandler<?>>> batches) {
        for (var single : singles) {
            var type = single.getBean().getBeanClass();
            add(
                    type,
                    new Handler.Single(
                            TypeArgument.of(type, RequestHandler.class),
                            (RequestHandler<Object>) single.get()));
        }
        for (var batch : batches) {
            var type = batch.getBean().getBeanClass();
            add(
                    type,
                    new Handler.Batch(
                            TypeArgument.of(type, BatchHandler.class),
                            (BatchHandler<Object>) batch.get()));
        }
        refuseGaps();
    }

    @Nullable Handler find(Route route) {
        return byRoute.get(route);
    }

    /** What this service consumes. */
    Set<Topic> topics() {
        return byRoute.keySet().stream()
                .flatMap(route -> route.topic().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    /** Whether one of the routes brings fields that are sealed for {@code service}. */
    boolean needSealsOf(String service) {
        return byRoute.keySet().stream()
                .anyMatch(route ->
                        !route.secretFields().isEmpty()
                                && route.topic().orElseThrow().service().equals(service));
    }

    private void add(Class<?> type, Handler handler) {
        var handlesRoute = type.getAnnotation(HandlesRoute.class);
        if (handlesRoute == null) {
            throw new IllegalStateException(type + " does not say which route it handles");
        }
        for (var route : handlesRoute.value()) {
            if (byRoute.put(route, handler) != null) {
                throw new IllegalStateException("two handlers for " + route);
            }
        }
    }

    private void refuseGaps() {
        var services = topics().stream().map(Topic::service).collect(Collectors.toSet());
        var unanswered =
                Arrays.stream(Route.values())
                        .filter(route -> !byRoute.containsKey(route))
                        .filter(route -> route.topic().map(Topic::service).isPresent())
                        .filter(route -> services.contains(route.topic().orElseThrow().service()))
                        .toList();
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("no handler for " + unanswered);
        }
    }
}
