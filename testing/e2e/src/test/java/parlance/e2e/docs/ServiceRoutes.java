package parlance.e2e.docs;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parlance.contracts.Route;
import parlance.contracts.Topic;

/** Everything that one service answers, as a list for its README. */
final class ServiceRoutes {

    private static final Pattern RESOURCE = Pattern.compile("(?m)^@Path\\(\"(/[^\"]+)\"");
    private static final Pattern METHOD =
            Pattern.compile("@(GET|POST|PUT|DELETE)\\b\\s*(?:@Path\\(\"([^\"]*)\"\\))?");

    private final ServiceFacts service;

    private ServiceRoutes(ServiceFacts service) {
        this.service = service;
    }

    static String of(ServiceFacts service) {
        var routes = new ServiceRoutes(service);
        return "| | |\n| --- | --- |\n"
                + Stream.of(
                                line(
                                        "Requests of clients",
                                        routes.requests(route -> !route.isInternal())),
                                line("Commands of services", routes.requests(Route::isInternal)),
                                line("HTTP", routes.http()))
                        .flatMap(List::stream)
                        .collect(Collectors.joining());
    }

    /** What clients may ask of it over HTTP without a session or a key. */
    static List<String> openHttp(ServiceFacts service) {
        return new ServiceRoutes(service)
                .http().stream()
                        .filter(route -> !route.contains(" /admin/"))
                        .filter(route -> !route.contains(" /internal/"))
                        .toList();
    }

    private static List<String> line(String title, List<String> names) {
        var codes = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        return names.isEmpty() ? List.of() : List.of("| %s | %s |\n".formatted(title, codes));
    }

    private List<String> requests(Predicate<Route> kind) {
        return Stream.of(Route.values())
                .filter(kind)
                .filter(route -> owner(route).equals(service.name()))
                .map(Route::wireName)
                .toList();
    }

    /** What no topic is named for, gateways answer themselves. */
    private static String owner(Route route) {
        return route.topic().map(Topic::service).orElse("gateway");
    }

    private List<String> http() {
        var routes = new TreeSet<String>();
        for (var source : service.sources().resources()) {
            var resource = RESOURCE.matcher(source);
            if (resource.find()) {
                METHOD.matcher(source)
                        .results()
                        .map(method -> route(resource.group(1), method))
                        .forEach(routes::add);
            }
        }
        return List.copyOf(routes);
    }

    private static String route(String resource, MatchResult method) {
        var below = method.group(2) == null ? "" : method.group(2);
        return method.group(1) + " " + resource + below;
    }
}
