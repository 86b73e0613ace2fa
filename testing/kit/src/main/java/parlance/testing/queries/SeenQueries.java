package parlance.testing.queries;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/**
 * Every kind of query that a service under test has sent since it started. A bean of the test
 * sources gives {@link #listener} to the service's client.
 */
public final class SeenQueries {

    private static final Map<String, Query> BY_SHAPE = new ConcurrentHashMap<>();

    private SeenQueries() {}

    public static CommandListener listener() {
        return new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (Query.COMMANDS.contains(event.getCommandName())) {
                    // A copy: the driver uses the memory of its own for something else then.
                    var command = BsonDocument.parse(event.getCommand().toJson());
                    Query.in(event.getCommandName(), command)
                            .forEach(query -> BY_SHAPE.putIfAbsent(query.shape(), query));
                }
            }
        };
    }

    /** One of each kind. */
    public static Collection<Query> all() {
        return new TreeMap<>(BY_SHAPE).values();
    }

    /** Those of this database that would have to walk through a collection, or to sort it. */
    public static List<String> withoutIndex(MongoDatabase database) {
        var without = new ArrayList<String>();
        for (var query : all()) {
            var indexes =
                    database.getCollection(query.collection())
                            .listIndexes(BsonDocument.class)
                            .map(index -> index.getDocument("key"))
                            .into(new ArrayList<>());
            if (indexes.stream().noneMatch(index -> IndexCover.of(index).serves(query))) {
                without.add(query.shape());
            }
        }
        return without;
    }
}
