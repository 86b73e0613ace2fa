package parlance.kit.consume;

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
import parlance.kit.Answers;
import parlance.kit.BatchHandler;
import parlance.kit.RequestHandler;

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
        var answers = type.getAnnotation(Answers.class);
        if (answers == null) {
            throw new IllegalStateException(type + " does not say what it @Answers");
        }
        var other = byRoute.put(answers.value(), handler);
        if (other != null) {
            throw new IllegalStateException("two handlers for " + answers.value());
        }
    }

    private void refuseGaps() {
        var services = topics().stream().map(Topic::service).collect(Collectors.toSet());
        var unanswered =
                Arrays.stream(Route.values())
                        .filter(route -> !route.isPlanned() && !byRoute.containsKey(route))
                        .filter(route -> route.topic().map(Topic::service).isPresent())
                        .filter(route -> services.contains(route.topic().orElseThrow().service()))
                        .toList();
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("no handler for " + unanswered);
        }
    }
}
