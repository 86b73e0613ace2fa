package parlance.conversation;

import com.mongodb.MongoClientSettings;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import parlance.testing.queries.SeenQueries;

/** Lets tests see what the service asks its database. */
@Singleton
final class Observed implements MongoClientCustomizer {

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.addCommandListener(SeenQueries.listener());
    }
}
