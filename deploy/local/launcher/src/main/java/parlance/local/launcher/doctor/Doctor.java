package parlance.local.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Project;
import parlance.local.launcher.Suite;
import parlance.local.launcher.doctor.CheckResult.Verdict;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Says whether this machine has what Parlance needs. Fails if it has not.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

    private static final int FRONT_DOOR = 9001;

    @Override
    public Integer call() throws IOException {
        var checkResults = findings();
        checkResults.forEach(checkResult ->
                System.out.println(
                        String.format(
                                Locale.ROOT,
                                "%-5s %-14s %s",
                                switch (checkResult.verdict()) {
                                    case FINE -> "ok";
                                    case POOR -> "hm";
                                    case BAD -> "BAD";
                                },
                                checkResult.about(),
                                checkResult.text())));
        return checkResults.stream().anyMatch(f -> f.verdict() == Verdict.BAD) ? 1 : 0;
    }

    private static List<CheckResult> findings() throws IOException {
        var root = System.getProperty("parlance.root");
        var project = root == null ? Project.find() : new Project(Path.of(root));
        var suite = Suite.find(project, new DataDirectory(project.localHome()));
        var port = suite.map(running -> running.frontDoor().getPort()).orElse(FRONT_DOOR);
        var checkResults = new ArrayList<CheckResult>();
        checkResults.add(Checks.jdk(Runtime.version()));
        checkResults.add(Checks.maven());
        checkResults.add(Checks.cores(Runtime.getRuntime().availableProcessors()));
        checkResults.add(Checks.memory());
        checkResults.add(Checks.disk(project.localHome()));
        checkResults.add(Checks.openFiles());
        checkResults.add(Checks.port(port, suite.isPresent()));
        checkResults.add(Checks.redis());
        checkResults.addAll(Checks.testTools());
        return checkResults;
    }
}
