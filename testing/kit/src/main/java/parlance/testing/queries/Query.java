package parlance.testing.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What MongoDB has to look for: in an update and a delete as in a find. */
public record Query(String collection, BsonDocument filter, BsonDocument sort) {

    /** The commands that look for something. */
    static final Set<String> COMMANDS =
            Set.of("find", "findAndModify", "aggregate", "update", "delete");

    private static final BsonDocument NONE = new BsonDocument();

    /** Several for a bulk. */
    static List<Query> in(String commandName, BsonDocument command) {
        var queries = new ArrayList<Query>();
        switch (commandName) {
            case "find" ->
                    queries.add(of(command, commandName, part(command, "filter"), sortOf(command)));
            case "findAndModify" ->
                    queries.add(of(command, commandName, part(command, "query"), sortOf(command)));
            case "aggregate" -> {
                for (var stage : command.getArray("pipeline", new BsonArray())) {
                    if (stage.asDocument().containsKey("$match")) {
                        var filter = stage.asDocument().getDocument("$match");
                        queries.add(of(command, commandName, filter, NONE));
                    }
                }
            }
            case "update" -> queries.addAll(bulk(command, commandName, "updates"));
            case "delete" -> queries.addAll(bulk(command, commandName, "deletes"));
            default -> {}
        }
        return queries;
    }

    private static List<Query> bulk(BsonDocument command, String name, String parts) {
        return command.getArray(parts, new BsonArray()).stream()
                .map(BsonValue::asDocument)
                .map(one -> of(command, name, part(one, "q"), NONE))
                .toList();
    }

    private static Query of(
            BsonDocument command, String name, BsonDocument filter, BsonDocument sort) {
        return new Query(command.getString(name).getValue(), filter, sort);
    }

    private static BsonDocument sortOf(BsonDocument command) {
        return part(command, "sort");
    }

    private static BsonDocument part(BsonDocument document, String field) {
        return document.getDocument(field, NONE);
    }

    /**
     * The query's fields and operators without their values, equal for queries that differ in
     * values only.
     */
    String shape() {
        return collection + " " + shapeOf(filter) + " sorted by " + sort.keySet();
    }

    private static String shapeOf(BsonDocument filter) {
        var parts = new ArrayList<String>();
        filter.forEach((field, value) -> parts.add(field + operatorsIn(value)));
        return parts.toString();
    }

    private static String operatorsIn(BsonValue value) {
        return value.isDocument() ? " " + value.asDocument().keySet() : "";
    }
}
