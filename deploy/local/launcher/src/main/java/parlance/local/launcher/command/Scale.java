package parlance.local.launcher.command;

import java.util.Map;
import java.util.concurrent.Callable;
import parlance.local.launcher.DataDirectoryLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "scale",
        description = "Runs that many replicas of a service, on free ports.",
        mixinStandardHelpOptions = true)
final class Scale implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "SERVICE=COUNT", description = "As gateway=2.")
    private Map<String, Integer> counts = Map.of();

    @Override
    public Integer call() {
        var localContext = LocalContext.find();
        var progress = new LiveProgress();
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            var suite = localContext.running();
            counts.forEach((service, count) -> suite.scale(service, count, progress));
        }
        return 0;
    }
}
