package parlance.testing.documents;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A collection as MongoDB has it: a test compares documents with extended JSON that it spells out,
 * so that the types of the values, the names and the order of the fields are held, and stores such
 * JSON for the service to read.
 */
public final class RawCollection {

    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).indent(true).build();

    private final MongoCollection<BsonDocument> collection;

    private RawCollection(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    public static RawCollection of(MongoClient mongo, String database, String collection) {
        return new RawCollection(
                mongo.getDatabase(database).getCollection(collection, BsonDocument.class));
    }

    /** The one document that the filter finds, in the form of {@link #json}. */
    public String get(String filter) {
        return json(Objects.requireNonNull(collection.find(BsonDocument.parse(filter)).first()));
    }

    /** The same for a document whose id the service, or the database, has made up. */
    public String getWithoutId(String filter) {
        var document = BsonDocument.parse(get(filter));
        if (!"_id".equals(document.getFirstKey())) {
            throw new AssertionError(document + " does not begin with its id");
        }
        document.remove("_id");
        return json(document);
    }

    public void add(String document) {
        collection.insertOne(BsonDocument.parse(document));
    }

    public void remove(String filter) {
        collection.deleteMany(BsonDocument.parse(filter));
    }

    /** The same document in one form, with the type of each number. */
    public static String json(String document) {
        return json(BsonDocument.parse(document));
    }

    private static String json(BsonDocument document) {
        return document.toJson(WITH_TYPES);
    }
}
