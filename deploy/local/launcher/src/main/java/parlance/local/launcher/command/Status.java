package parlance.local.launcher.command;

import static parlance.local.launcher.service.ReplicaPorts.MANAGEMENT;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import parlance.local.infra.ChildProgram;
import parlance.local.infra.Component;
import parlance.local.infra.ManagedProcess;
import parlance.local.launcher.Suite;
import parlance.local.launcher.service.Health;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Shows what runs: port, pid, health and memory. Fails unless all is well.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;

    @Override
    public Integer call() {
        var localContext = LocalContext.find();
        var suite = Suite.find(localContext.project(), localContext.dataDirectory());
        if (suite.isEmpty()) {
            System.out.println("Parlance is down.");
            return 1;
        }
        print("component", "port", "management", "pid", "health", "memory");
        external(suite.get());
        var wrong = 0;
        for (var managedProcess : suite.get().children()) {
            var health = healthOf(managedProcess);
            print(
                    managedProcess.name(),
                    port(managedProcess, ChildProgram.MAIN),
                    port(managedProcess, MANAGEMENT),
                    Long.toString(managedProcess.pid()),
                    health,
                    managedProcess.memory() / MEGABYTE + " MB");
            if (!health.equals("ready")) {
                wrong++;
            }
        }
        return wrong == 0 ? 0 : 1;
    }

    private static void external(Suite suite) {
        Arrays.stream(Component.values())
                .filter(suite.infrastructure()::isExternal)
                .forEach(component -> print(component.id(), "-", "-", "-", "external", "-"));
    }

    private static String healthOf(ManagedProcess managedProcess) {
        if (!managedProcess.isAlive()) {
            return "dead";
        }
        var isReady =
                managedProcess.ports().containsKey(MANAGEMENT)
                        ? Health.isReady(managedProcess.port(MANAGEMENT))
                        : managedProcess.isListening(ChildProgram.MAIN);
        return isReady ? "ready" : "not ready";
    }

    private static String port(ManagedProcess managedProcess, String name) {
        return managedProcess.ports().containsKey(name)
                ? Integer.toString(managedProcess.port(name))
                : "-";
    }

    private static void print(String... cells) {
        System.out.println(
                String.format(Locale.ROOT, "%-16s %6s %11s %8s  %-10s %8s", (Object[]) cells));
    }
}
