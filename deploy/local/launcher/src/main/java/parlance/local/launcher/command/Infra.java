package parlance.local.launcher.command;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import parlance.local.launcher.DataDirectoryLock;
import parlance.local.launcher.Suite;
import parlance.local.launcher.SuiteSettings;
import picocli.CommandLine.Command;

@Command(
        name = "infra",
        description = "Starts only Kafka, Redis, the database and S3, and prints their addresses.",
        mixinStandardHelpOptions = true)
final class Infra implements Callable<Integer> {

    @Override
    public Integer call() {
        var localContext = LocalContext.find();
        var progress = new LiveProgress();
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            var suite =
                    Suite.create(
                            localContext.project(),
                            localContext.dataDirectory(),
                            SuiteSettings.defaults());
            localContext.build().programs(progress);
            var hook = suite.closeOnExit();
            suite.startInfrastructure(progress);
            Runtime.getRuntime().removeShutdownHook(hook);
            System.out.println();
            new TreeMap<>(suite.infrastructureAddresses())
                    .forEach((name, value) -> System.out.println("export " + name + "=" + value));
        }
        return 0;
    }
}
