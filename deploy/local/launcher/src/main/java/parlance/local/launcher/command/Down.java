package parlance.local.launcher.command;

import java.util.concurrent.Callable;
import parlance.local.infra.DataDirectory;
import parlance.local.launcher.DataDirectoryLock;
import parlance.local.launcher.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = "Stops everything: gateways, the other services, the servers.",
        mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

    @Option(names = "--wipe", description = "Then delete all data and logs; the secrets stay.")
    private boolean wipe;

    @Override
    public Integer call() {
        var localContext = LocalContext.find();
        try (var _ = DataDirectoryLock.take(localContext.dataDirectory())) {
            Suite.stopAll(localContext.dataDirectory(), new LiveProgress());
            if (wipe) {
                wipe(localContext.dataDirectory());
            }
        }
        System.out.println(wipe ? "Parlance is down, its data is gone." : "Parlance is down.");
        return 0;
    }

    private static void wipe(DataDirectory dataDirectory) {
        new DataDirectory(dataDirectory.directory().resolve("data")).wipe();
        new DataDirectory(dataDirectory.directory().resolve("logs")).wipe();
    }
}
