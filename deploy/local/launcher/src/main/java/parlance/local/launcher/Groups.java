package parlance.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import parlance.local.infra.Child;
import parlance.local.infra.Children;
import parlance.local.infra.Progress;
import parlance.local.launcher.service.Replica;
import parlance.local.launcher.service.Service;

/** What may be stopped at the same time: nothing loses what it stands on before it has ended. */
final class Groups {

    private Groups() {}

    static List<List<Child>> inStopOrder(List<Child> children) {
        return List.of(
                children.stream().filter(Groups::isGateway).toList(),
                children.stream().filter(child -> isService(child) && !isGateway(child)).toList(),
                children.stream().filter(child -> !isService(child)).toList());
    }

    static void stop(List<Child> group, Children children, Duration grace, Progress progress) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var child : group) {
                executor.execute(() -> {
                    progress.report(child.name(), Progress.State.STOPPING, "");
                    children.stop(child, grace);
                    progress.report(child.name(), Progress.State.STOPPED, "");
                });
            }
        }
    }

    private static boolean isService(Child child) {
        return Replica.parse(child.name()).isPresent();
    }

    private static boolean isGateway(Child child) {
        return Replica.parse(child.name())
                .filter(replica -> replica.service().equals(Service.GATEWAY))
                .isPresent();
    }
}
