package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parlance.contracts.Route;
import parlance.contracts.Topic;

/**
 * What the classes of a service do with Kafka, beside what they declare: which topics they listen
 * to, which events and deliveries they make, and which commands of services they name.
 */
final class UsedTopology {

    private static final Pattern LISTENS = Pattern.compile("@Incoming\\(\"([a-z-]+)\"\\)");
    private static final Pattern INBOX = Pattern.compile("Topic\\.(GATEWAY_INBOX\\w*)");
    private static final Pattern MAKES = Pattern.compile("new (\\w+)\\(|(\\w+)::new");
    private static final Pattern COMMAND =
            Pattern.compile("(?<!HandlesRoute\\()Route\\.([A-Z_]+)\\b");
    private static final Pattern DELIVERY =
            Pattern.compile("\\b((?:Ephemeral)?Delivery)\\.of\\(|import .*(OfflineDeliveries);");
    private static final Pattern EVENT_TOPIC = Pattern.compile("return Topic\\.(\\w+);");
    private static final Pattern EVENT = Pattern.compile("\\brecord (\\w+)");

    private static final Map<String, Topic> DELIVERIES =
            Map.of(
                    "Delivery", Topic.DELIVERIES_OFFLINE,
                    "OfflineDeliveries", Topic.DELIVERIES_OFFLINE,
                    "EphemeralDelivery", Topic.GATEWAY_INBOX_LIGHT);

    private final ServiceSources sources;
    private final Map<String, Topic> events;

    UsedTopology(ServiceSources sources, Map<String, Topic> events) {
        this.sources = sources;
        this.events = events;
    }

    /** The topic of every event, by the name of its record. */
    static Map<String, Topic> events(Path root) throws IOException {
        var topics = new HashMap<String, Topic>();
        var contracts = root.resolve("contracts/src/main/java");
        try (var files = Files.walk(contracts)) {
            for (var file : files.filter(one -> one.toString().endsWith("Event.java")).toList()) {
                var text = Files.readString(file);
                var topic = EVENT_TOPIC.matcher(text);
                if (topic.find()) {
                    EVENT.matcher(text)
                            .results()
                            .forEach(record ->
                                    topics.put(record.group(1), Topic.valueOf(topic.group(1))));
                }
            }
        }
        return topics;
    }

    Set<Topic> reads() {
        var topics = EnumSet.noneOf(Topic.class);
        sources.found(LISTENS).forEach(channel -> topics.add(topicOf(channel)));
        sources.found(INBOX).forEach(name -> topics.add(Topic.valueOf(name)));
        return topics;
    }

    Set<Topic> writes() {
        var topics = EnumSet.noneOf(Topic.class);
        sources.found(MAKES).stream()
                .filter(events::containsKey)
                .map(events::get)
                .forEach(topics::add);
        sources.found(DELIVERY).forEach(kind -> topics.add(DELIVERIES.get(kind)));
        return topics;
    }

    /** Commands that only services send: those of clients are named for other reasons as well. */
    Set<Route> commands() {
        var routes = EnumSet.noneOf(Route.class);
        sources.found(COMMAND).stream()
                .map(Route::valueOf)
                .filter(Route::isInternal)
                .forEach(routes::add);
        return routes;
    }

    private static Topic topicOf(String channel) {
        return Topic.valueOf(channel.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
