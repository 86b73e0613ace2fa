package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import parlance.contracts.Topic;
import parlance.contracts.TopicAccess;

/**
 * What a service reads, writes and calls, by its code.
 *
 * @param calls the services whose internal API it is injected with
 * @param requiredSecrets settings of its own that are secret, as variables of the environment
 */
record ServiceFacts(
        String name,
        ServiceSources sources,
        DeclaredTopology topology,
        Collection<String> calls,
        List<String> requiredSecrets) {

    private static final Pattern CALL =
            Pattern.compile("import parlance\\.internalapi\\.(\\w+)\\.");

    /** Every service, the gateway first. */
    static List<ServiceFacts> all(Path root) throws IOException {
        var facts = new ArrayList<ServiceFacts>();
        var settings = ConfigurationReference.of(root);
        for (var name : names()) {
            var sources = new ServiceSources(root, name);
            facts.add(
                    new ServiceFacts(
                            name,
                            sources,
                            sources.topology(),
                            callsOf(name, sources),
                            requiredSecrets(settings, name)));
        }
        return facts;
    }

    TopicAccess topics() {
        return topology.accessOf(name);
    }

    private static Set<String> callsOf(String name, ServiceSources sources) {
        var calls = sources.found(CALL);
        calls.remove(name);
        return calls;
    }

    private static Set<String> names() {
        var names = new LinkedHashSet<String>(List.of("gateway"));
        Arrays.stream(Topic.values())
                .filter(Topic::carriesCommands)
                .forEach(topic -> names.add(topic.service()));
        return names;
    }

    private static List<String> requiredSecrets(String settings, String service) {
        return Pattern.compile(
                        "\\| `([a-z.-]+-(?:secret|keys))` \\| \\*\\*required\\*\\* .*\\| "
                                + service
                                + "-service \\|")
                .matcher(settings)
                .results()
                .map(row -> row.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .toList();
    }
}
