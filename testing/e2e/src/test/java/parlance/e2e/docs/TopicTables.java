package parlance.e2e.docs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.TopicAccess;
import parlance.local.infra.topics.DeclaredTopic;

/** The tables of topics and services that stand in pages. */
final class TopicTables {

    private final List<ServiceFacts> services;

    TopicTables(List<ServiceFacts> services) {
        this.services = services;
    }

    /** Every topic, how long its records are kept, and the services that write and read it. */
    String topics(List<DeclaredTopic> declared) {
        return table(
                List.of("topic", "kept", "written by", "read by"),
                Stream.of(Topic.values())
                        .map(topic ->
                                List.of(
                                        code(topic.wireName()),
                                        retentionOf(topic, declared),
                                        servicesThat(topic, TopicAccess::writes),
                                        servicesThat(topic, TopicAccess::reads))));
    }

    /** Every service, with the events it reads and writes, the commands it sends, and its calls. */
    String services() {
        return table(
                List.of("service", "reads", "writes", "sends commands", "calls"),
                services.stream()
                        .map(service ->
                                List.of(
                                        service.name(),
                                        events(service.topics().reads()),
                                        events(service.topics().writes()),
                                        commandsOf(service),
                                        String.join(", ", service.calls()))));
    }

    /** What Kafka has to allow each service, and nothing else. */
    String accessList() {
        return table(
                List.of("service", "Read, Describe", "Write, Describe"),
                services.stream()
                        .map(service ->
                                List.of(
                                        service.name(),
                                        codes(
                                                service.topics().reads().stream()
                                                        .map(Topic::wireName)),
                                        codes(
                                                Stream.concat(
                                                        service.topics().writes().stream()
                                                                .map(Topic::wireName),
                                                        service
                                                                .topics()
                                                                .deadLetterNames()
                                                                .stream())))));
    }

    /** Routes that are answered before a user has signed in. */
    String openRoutes() {
        var requests =
                Stream.of(Route.values())
                        .filter(route -> !route.needsAuthentication())
                        .map(Route::wireName);
        var http = services.stream().map(ServiceRoutes::openHttp).flatMap(List::stream);
        return "* On the socket: %s\n* Over HTTP: %s, and `GET /health` of the gateways\n"
                .formatted(codes(requests), codes(http));
    }

    private String servicesThat(Topic topic, Function<TopicAccess, Collection<Topic>> access) {
        return services.stream()
                .filter(service -> access.apply(service.topics()).contains(topic))
                .map(ServiceFacts::name)
                .collect(Collectors.joining(", "));
    }

    private static String events(Collection<Topic> topics) {
        return codes(
                topics.stream().filter(topic -> !topic.carriesCommands()).map(Topic::wireName));
    }

    private static String commandsOf(ServiceFacts service) {
        return service.topology().passesRequestsOn()
                ? "every request of clients"
                : codes(service.topology().commands().stream().map(Route::wireName));
    }

    private static String retentionOf(Topic topic, List<DeclaredTopic> declared) {
        return declared.stream()
                .filter(one -> one.name().equals(topic.wireName()))
                .map(one -> retention(one.retention()))
                .findFirst()
                .orElseThrow();
    }

    private static String retention(@Nullable Duration retention) {
        if (retention == null) {
            return "the last of each key";
        }
        return retention.toHours() > 0
                ? retention.toHours() + " h"
                : retention.toMinutes() + " min";
    }

    private static String codes(Stream<String> names) {
        return names.map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String table(List<String> columns, Stream<List<String>> rows) {
        var lines =
                Stream.concat(Stream.of(columns, columns.stream().map(_ -> "---").toList()), rows);
        return lines.map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining());
    }
}
