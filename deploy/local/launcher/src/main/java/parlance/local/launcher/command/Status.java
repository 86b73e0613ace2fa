package parlance.local.launcher.command;

import static parlance.local.launcher.service.ReplicaPorts.MANAGEMENT;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import parlance.local.infra.Child;
import parlance.local.infra.ChildProgram;
import parlance.local.infra.Component;
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
        var here = Here.find();
        var suite = Suite.find(here.project(), here.home());
        if (suite.isEmpty()) {
            System.out.println("Parlance is down.");
            return 1;
        }
        print("component", "port", "management", "pid", "health", "memory");
        external(suite.get());
        var wrong = 0;
        for (var child : suite.get().children()) {
            var health = healthOf(child);
            print(
                    child.name(),
                    port(child, ChildProgram.MAIN),
                    port(child, MANAGEMENT),
                    Long.toString(child.pid()),
                    health,
                    child.memory() / MEGABYTE + " MB");
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

    private static String healthOf(Child child) {
        if (!child.isAlive()) {
            return "dead";
        }
        var isReady =
                child.ports().containsKey(MANAGEMENT)
                        ? Health.isReady(child.port(MANAGEMENT))
                        : child.isListening(ChildProgram.MAIN);
        return isReady ? "ready" : "not ready";
    }

    private static String port(Child child, String name) {
        return child.ports().containsKey(name) ? Integer.toString(child.port(name)) : "-";
    }

    private static void print(String... cells) {
        System.out.println(
                String.format(Locale.ROOT, "%-16s %6s %11s %8s  %-10s %8s", (Object[]) cells));
    }
}
