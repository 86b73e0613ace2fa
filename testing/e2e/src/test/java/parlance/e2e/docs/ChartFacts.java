package parlance.e2e.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parlance.contracts.Route;
import parlance.contracts.Topic;

/** {@code helm/parlance/files/services.yaml}: what the chart knows of the services. */
final class ChartFacts {

    private static final String HEAD =
            """
            # What is so by the code, and not for a deployment to choose. This file is generated from the code:
            # TopologyTest checks it, and writes it with -Ddocs.write=true.
            #   port       where the service answers HTTP; health and metrics are on 9000
            #   mongodb    whether it has a database;  storage: whether it reaches S3
            #   mail       whether it reaches a mail server
            #   internet   whether it follows URLs out of the cluster: to push providers, to the keys of trusted issuers
            #   calls      the services whose internal routes it calls
            #   secrets    what it is given of the Secret, beside the service token
            #   paths      what clients reach of it;  adminPaths: what administrators reach, with all below it
            #   reads      topics that it consumes;  writes: topics that it produces to, beside dead letters
            """;

    private static final int WIDTH = 120;

    private static final Pattern PATH = Pattern.compile("(?m)^@Path\\(\"(/[^\"]+)\"");
    private static final Pattern URL_CHECK =
            Pattern.compile("import parlance\\.kit\\.http\\.(PublicAddress);");

    private final StringBuilder yaml = new StringBuilder(HEAD);

    private ChartFacts() {}

    static String of(List<ServiceFacts> services) {
        var facts = new ChartFacts();
        services.forEach(facts::add);
        return facts.yaml.toString();
    }

    private void add(ServiceFacts service) {
        var sources = service.sources();
        yaml.append(service.name()).append(":\n");
        add("port", portOf(sources));
        addIf("mongodb", sources.hasSetting("quarkus.mongodb.database="));
        addIf("storage", sources.hasSetting("quarkus.s3."));
        addIf("mail", sources.hasSetting("quarkus.mailer."));
        addIf("internet", !sources.found(URL_CHECK).isEmpty());
        add("calls", service.calls());
        add("secrets", secretsOf(service));
        add("paths", pathsOf(service));
        add("adminPaths", adminPathsOf(sources));
        add("reads", wireNames(service.topics().reads()));
        add("writes", wireNames(service.topics().writes()));
    }

    private void add(String fact, String value) {
        yaml.append("  ").append(fact).append(": ").append(value).append('\n');
    }

    private void addIf(String fact, boolean holds) {
        if (holds) {
            add(fact, "true");
        }
    }

    private void add(String fact, Collection<String> values) {
        var quoted = values.stream().map(ChartFacts::quoted).toList();
        var line = "[" + String.join(", ", quoted) + "]";
        if (fact.length() + line.length() + "  : ".length() > WIDTH) {
            yaml.append("  ").append(fact).append(":\n");
            quoted.forEach(value -> yaml.append("    - ").append(value).append('\n'));
        } else if (!values.isEmpty()) {
            add(fact, line);
        }
    }

    /** Brackets begin a list in YAML. */
    private static String quoted(String value) {
        return value.contains("[") ? '"' + value + '"' : value;
    }

    /** A number, or a property with a number as default. */
    private static String portOf(ServiceSources sources) {
        return sources.setting("quarkus.http.port").replaceAll("\\D", "");
    }

    private static List<String> secretsOf(ServiceFacts service) {
        var secrets = new ArrayList<String>();
        if (!adminPathsOf(service.sources()).isEmpty()) {
            secrets.add("PARLANCE_ADMIN_API_KEY");
        }
        secrets.addAll(service.requiredSecrets());
        if (Stream.of(Route.values()).anyMatch(route -> isEncryptedFor(service, route))) {
            secrets.add("PARLANCE_SEAL_PRIVATE_KEYS");
        }
        if (service.topology().passesRequestsOn()) {
            secrets.add("PARLANCE_SEAL_PUBLIC_KEYS");
        }
        return secrets;
    }

    private static boolean isEncryptedFor(ServiceFacts service, Route route) {
        return !route.secretFields().isEmpty()
                && route.topic().map(Topic::service).filter(service.name()::equals).isPresent();
    }

    /** Sockets may be opened on any path. */
    private static List<String> pathsOf(ServiceFacts service) {
        if (service.topology().passesRequestsOn()) {
            return List.of("/");
        }
        return service.sources().found(PATH).stream()
                .filter(path -> !path.startsWith("/internal") && !path.startsWith("/admin"))
                .toList();
    }

    /** The shortest paths that all others lie below, with a pattern for each parameter. */
    private static List<String> adminPathsOf(ServiceSources sources) {
        var paths = new ArrayList<String>();
        sources.found(PATH).stream()
                .filter(path -> path.startsWith("/admin/"))
                .map(path -> path.replaceFirst("/\\{\\w+}$", "").replaceAll("\\{\\w+}", "[^/]+"))
                .sorted()
                .filter(path -> paths.stream().noneMatch(above -> isBelow(path, above)))
                .forEach(paths::add);
        return paths;
    }

    private static boolean isBelow(String path, String above) {
        return path.equals(above) || path.startsWith(above + "/");
    }

    private static List<String> wireNames(Collection<Topic> topics) {
        return topics.stream().map(Topic::wireName).toList();
    }
}
