package parlance.local.launcher.command;

import java.util.List;
import java.util.concurrent.Callable;
import parlance.local.launcher.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Also reached by the main class, which lets Maven's options through. */
@Command(
        name = "test",
        description = "Starts one infrastructure, runs mvn verify against it, and stops it.",
        mixinStandardHelpOptions = true)
public final class Test implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN-ARGUMENT",
            description = "Handed to Maven, as -pl message-service.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        var here = Here.find();
        return new TestRun(here.project(), here.build()).run(arguments);
    }
}
