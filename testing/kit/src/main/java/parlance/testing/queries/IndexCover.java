package parlance.testing.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Whether an index leads to what a query wants, in the order in which it is wanted: first the
 * fields that are to be equal, then those of the sort, or one that is to lie in a range. It says
 * what {@code explain} would, for databases that do not explain.
 */
record IndexCover(List<String> fields, BsonDocument key) {

    private static final Set<String> EQUALITY = Set.of("$eq", "$in");
    private static final Set<String> RANGE = Set.of("$gt", "$gte", "$lt", "$lte");

    static IndexCover of(BsonDocument key) {
        return new IndexCover(List.copyOf(key.keySet()), key);
    }

    boolean serves(Query query) {
        var equal = fieldsWith(EQUALITY, query.filter());
        // A few ids are found one by one, so the rest of the filter needs no index.
        if (fields.equals(List.of("_id")) && equal.contains("_id")) {
            return true;
        }
        var next = 0;
        while (next < fields.size() && equal.contains(fields.get(next))) {
            next++;
        }
        if (!query.sort().isEmpty()) {
            return isSortedFrom(next, query.sort());
        }
        var ranges = fieldsWith(RANGE, query.filter());
        return next > 0 || ranges.contains(fields.getFirst());
    }

    /** In the index's direction throughout, or against it throughout. */
    private boolean isSortedFrom(int next, BsonDocument sort) {
        var wanted = new ArrayList<>(sort.keySet());
        if (next + wanted.size() > fields.size()
                || !fields.subList(next, next + wanted.size()).equals(wanted)) {
            return false;
        }
        return wanted.stream()
                        .map(field -> direction(sort, field) == direction(key, field))
                        .distinct()
                        .count()
                == 1;
    }

    private static int direction(BsonDocument document, String field) {
        return document.getNumber(field).intValue();
    }

    private static Set<String> fieldsWith(Set<String> operators, BsonDocument filter) {
        return filter.entrySet().stream()
                .filter(entry -> has(operators, entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean has(Set<String> operators, BsonValue value) {
        var given =
                value.isDocument() && !value.asDocument().isEmpty()
                        ? value.asDocument().keySet()
                        : Set.of("$eq");
        if (value.isRegularExpression()) {
            return false;
        }
        return given.stream().anyMatch(operators::contains);
    }
}
