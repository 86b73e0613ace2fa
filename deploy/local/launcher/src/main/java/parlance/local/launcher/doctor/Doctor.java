package parlance.local.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import parlance.local.infra.Home;
import parlance.local.infra.Project;
import parlance.local.launcher.Suite;
import parlance.local.launcher.doctor.Finding.Verdict;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Says whether this machine has what Parlance needs. Fails if it has not.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

    private static final int FRONT_DOOR = 9001;

    @Override
    public Integer call() throws IOException {
        var findings = findings();
        findings.forEach(finding ->
                System.out.println(
                        String.format(
                                Locale.ROOT,
                                "%-5s %-14s %s",
                                switch (finding.verdict()) {
                                    case FINE -> "ok";
                                    case POOR -> "hm";
                                    case BAD -> "BAD";
                                },
                                finding.about(),
                                finding.text())));
        return findings.stream().anyMatch(f -> f.verdict() == Verdict.BAD) ? 1 : 0;
    }

    private static List<Finding> findings() throws IOException {
        var root = System.getProperty("parlance.root");
        var project = root == null ? Project.find() : new Project(Path.of(root));
        var suite = Suite.find(project, new Home(project.localHome()));
        var port = suite.map(running -> running.frontDoor().getPort()).orElse(FRONT_DOOR);
        var findings = new ArrayList<Finding>();
        findings.add(Checks.jdk(Runtime.version()));
        findings.add(Checks.maven());
        findings.add(Checks.cores(Runtime.getRuntime().availableProcessors()));
        findings.add(Checks.memory());
        findings.add(Checks.disk(project.localHome()));
        findings.add(Checks.openFiles());
        findings.add(Checks.port(port, suite.isPresent()));
        findings.add(Checks.redis());
        findings.addAll(Checks.testTools());
        return findings;
    }
}
