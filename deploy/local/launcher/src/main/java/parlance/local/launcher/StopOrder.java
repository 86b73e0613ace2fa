package parlance.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import parlance.local.infra.ManagedProcess;
import parlance.local.infra.ManagedProcesses;
import parlance.local.infra.Progress;
import parlance.local.launcher.service.Replica;
import parlance.local.launcher.service.Service;

/** The order in which processes stop: a process ends before the servers that it needs. */
final class StopOrder {

    private StopOrder() {}

    static List<List<ManagedProcess>> inStopOrder(List<ManagedProcess> children) {
        return List.of(
                children.stream().filter(StopOrder::isGateway).toList(),
                children.stream()
                        .filter(managedProcess ->
                                isService(managedProcess) && !isGateway(managedProcess))
                        .toList(),
                children.stream().filter(managedProcess -> !isService(managedProcess)).toList());
    }

    static void stop(
            List<ManagedProcess> group,
            ManagedProcesses managedProcesses,
            Duration grace,
            Progress progress) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var managedProcess : group) {
                executor.execute(() -> {
                    progress.report(managedProcess.name(), Progress.State.STOPPING, "");
                    managedProcesses.stop(managedProcess, grace);
                    progress.report(managedProcess.name(), Progress.State.STOPPED, "");
                });
            }
        }
    }

    private static boolean isService(ManagedProcess managedProcess) {
        return Replica.parse(managedProcess.name()).isPresent();
    }

    private static boolean isGateway(ManagedProcess managedProcess) {
        return Replica.parse(managedProcess.name())
                .filter(replica -> replica.service().equals(Service.GATEWAY))
                .isPresent();
    }
}
