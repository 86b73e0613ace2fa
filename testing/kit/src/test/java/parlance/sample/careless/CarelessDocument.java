package parlance.sample.careless;

import org.bson.Document;

/** A mapper written by hand. */
public final class CarelessDocument {

    private CarelessDocument() {}

    public static Document of(String name) {
        return new Document("name", name);
    }
}
