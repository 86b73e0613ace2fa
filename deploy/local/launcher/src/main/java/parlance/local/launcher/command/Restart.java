package parlance.local.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import parlance.local.launcher.DataDirectoryLock;
import parlance.local.launcher.service.Replica;
import parlance.local.launcher.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        description = "Builds a service if it is stale, and restarts its replicas one by one.",
        mixinStandardHelpOptions = true)
final class Restart implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "A service, one replica (message-2), or kafka, redis, mongo, s3.")
    private List<String> names = List.of();

    @Option(names = "--no-build", description = "Run what was built before.")
    private boolean noBuild;

    @Override
    public Integer call() {
        var localContext = LocalContext.find();
        var progress = new LiveProgress();
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            var suite = localContext.running();
            for (var name : names) {
                if (!noBuild) {
                    var service = Replica.parse(name).map(r -> r.service().name()).orElse(name);
                    Service.find(localContext.project(), service)
                            .ifPresent(found -> localContext.build().service(found, progress));
                }
                suite.restart(name, progress);
            }
        }
        return 0;
    }
}
