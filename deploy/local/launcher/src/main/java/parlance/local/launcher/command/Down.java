package parlance.local.launcher.command;

import java.util.concurrent.Callable;
import parlance.local.infra.Home;
import parlance.local.launcher.HomeLock;
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
        var here = Here.find();
        try (var _ = HomeLock.take(here.home())) {
            Suite.stopAll(here.home(), new LiveProgress());
            if (wipe) {
                wipe(here.home());
            }
        }
        System.out.println(wipe ? "Parlance is down, its data is gone." : "Parlance is down.");
        return 0;
    }

    private static void wipe(Home home) {
        new Home(home.directory().resolve("data")).wipe();
        new Home(home.directory().resolve("logs")).wipe();
    }
}
