package parlance.kit.mongo;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Creates the indexes of every store when the service starts, before commands and events are
 * consumed.
 */
@Singleton
final class IndexCreation {

    private static final int BEFORE_CONSUMERS = 1;

    private final List<MongoStore<?, ?>> stores;

    IndexCreation(@All List<MongoStore<?, ?>> stores) {
        this.stores = stores;
    }

    void create(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        stores.forEach(MongoStore::createIndexes);
    }
}
