package parlance.sample.careless;

import com.mongodb.client.MongoClient;

/** Opens its collection itself. */
public final class CarelessStore {

    private final MongoClient mongo;

    public CarelessStore(MongoClient mongo) {
        this.mongo = mongo;
    }

    public void save(String name) {
        mongo.getDatabase("sample").getCollection("names").insertOne(CarelessDocument.of(name));
    }
}
