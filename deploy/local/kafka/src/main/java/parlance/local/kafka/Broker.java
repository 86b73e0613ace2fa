package parlance.local.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * {@code Broker <data directory> <port> <controller port> [kafka.property=value …]}: formats the
 * folder when it is new and starts a broker that is its own controller. Safe at every boot.
 */
public final class Broker {

    /** Any 16 bytes in Base64; these spell "parlance-local-k". */
    private static final String CLUSTER = "cGFybGFuY2UtbG9jYWwtaw";

    private static final String CONTROLLER = "CONTROLLER";

    private Broker() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createDirectories(Path.of(args[0])).toAbsolutePath().toString();
        var properties = BrokerProperties.of(data, args[1], args[2]);
        for (var override : List.of(args).subList(3, args.length)) {
            var at = override.indexOf('=');
            properties.setProperty(override.substring(0, at), override.substring(at + 1));
        }
        format(data, Integer.parseInt(properties.getProperty("node.id")));
        start(properties);
    }

    private static void format(String data, int node) throws Exception {
        new Formatter()
                .setClusterId(CLUSTER)
                .setNodeId(node)
                .setDirectories(List.of(data))
                .setMetadataLogDirectory(data)
                .setControllerListenerName(CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setIgnoreFormatted(true)
                .run();
    }

    private static void start(Properties properties) {
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
    }
}
