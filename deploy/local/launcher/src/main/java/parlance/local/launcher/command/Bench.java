package parlance.local.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import parlance.local.infra.StartupFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Also reached by the main class, which lets the load's own options through. */
@Command(
        name = "bench",
        description =
                "Puts a load on the running suite and prints latencies and cost; see bench -h.")
public final class Bench implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "OPTION",
            description = "--groups, --users, --interval, --warm-up, --duration")
    private List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        var localContext = LocalContext.find();
        var suite = localContext.running();
        localContext.build().load(new LiveProgress());
        var jar =
                localContext
                        .project()
                        .root()
                        .resolve("testing/load/target/app/parlance-testing-load.jar");
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx512m", "-jar", jar.toString()));
        command.addAll(List.of("--url", suite.frontDoor().toString()));
        suite.children()
                .forEach(managedProcess ->
                        command.add(
                                "--process=" + managedProcess.name() + "=" + managedProcess.pid()));
        command.addAll(options);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StartupFailure("the load cannot be started: " + e.getMessage(), e);
        }
    }
}
