package parlance.e2e.reliability;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parlance.e2e.client.TestSuite;
import parlance.local.infra.Component;
import parlance.local.infra.Infrastructure;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.launcher.SuiteSettings;
import parlance.testing.client.TcpProxy;

/** Three Kafka brokers, and Redis and the database behind proxies that stand for the network. */
final class LargeSuite {

    private static final List<Component> SERVERS = List.of(Component.REDIS, Component.MONGO);

    private LargeSuite() {}

    /** Ends with the JVM. */
    static FaultTarget start() {
        var project = Project.find();
        var dataDirectory = TestSuite.newHome();
        var servers = new Infrastructure(project, dataDirectory, Map.of());
        var brokers = KafkaCluster.start(project, dataDirectory);
        Runtime.getRuntime().addShutdownHook(new Thread(brokers::close, "stop-brokers"));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-servers"));
        servers.start(SERVERS, Progress.silent());
        var redis = proxy(servers, Component.REDIS);
        var mongo = proxy(servers, Component.MONGO);
        var settings =
                SuiteSettings.withOwnServers()
                        .with(Component.KAFKA.addressVariable(), brokers.bootstrapServers())
                        .with(Component.REDIS.addressVariable(), redis.uri().toString())
                        .with(Component.MONGO.addressVariable(), mongo.uri().toString());
        return new FaultTarget(
                TestSuite.start(settings, TestSuite.newHome()),
                servers,
                Optional.of(brokers),
                Map.of(Component.REDIS, redis, Component.MONGO, mongo),
                new FaultTarget.Frozen());
    }

    private static TcpProxy proxy(Infrastructure servers, Component component) {
        return TcpProxy.to(URI.create(servers.address(component)));
    }
}
