package parlance.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code MongoStandIn <data directory> <port>}. A SIGTERM keeps every write; a kill may lose the
 * last second, so it proves nothing about durability.
 */
public final class MongoStandIn {

    private MongoStandIn() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createDirectories(Path.of(args[0]));
        var backend = new H2Backend(data.resolve("mongo.mv").toString());
        var server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, backend), "stop"));
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
    }

    private static void stop(MongoServer server, H2Backend backend) {
        backend.commit();
        server.shutdownNow();
    }
}
