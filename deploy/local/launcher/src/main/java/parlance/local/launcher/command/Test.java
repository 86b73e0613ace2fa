package parlance.local.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import parlance.local.launcher.TestRun;
import parlance.local.launcher.TestServers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Also reached by the main class, which lets Maven's options through. */
@Command(
        name = "test",
        description = "Starts one infrastructure, runs mvn verify against it, and stops it.",
        mixinStandardHelpOptions = true)
public final class Test implements Callable<Integer> {

    private static final List<String> FAULT_SUITE =
            List.of(
                    "-Dtest=DeliveryCheckTest",
                    "-Dit.test=ReliabilityFaultIT",
                    "-Dstories.skip=true",
                    "-Dsurefire.failIfNoSpecifiedTests=false",
                    "-Dfailsafe.failIfNoSpecifiedTests=false",
                    "-Dfaults=all");

    @Option(
            names = "--containers",
            description =
                    "Runs the component tests on real servers in Docker: MongoDB 8 as a replica set, Kafka, Redis, MinIO.")
    private boolean containers;

    @Option(
            names = "--faults",
            description =
                    "Runs the whole fault suite instead, about an hour; its table is testing/e2e/target/reliability.md.")
    private boolean faults;

    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN-ARGUMENT",
            description = "Handed to Maven, as -pl message-service.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        var localContext = LocalContext.find();
        var servers = containers ? TestServers.CONTAINERS : TestServers.EMBEDDED;
        var testRun = new TestRun(localContext.project(), localContext.build(), servers);
        return testRun.run(faults ? withFaults() : arguments);
    }

    private List<String> withFaults() {
        return Stream.concat(FAULT_SUITE.stream(), arguments.stream()).toList();
    }
}
