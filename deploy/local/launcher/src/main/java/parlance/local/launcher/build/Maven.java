package parlance.local.launcher.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parlance.local.infra.Project;

/** Maven, run by the JDK that runs us: the services are augmented in its JVM. */
public final class Maven {

    private Maven() {}

    /** The options of a run without a person who could answer or watch. */
    public static List<String> command(String... options) {
        var command = new ArrayList<>(List.of("mvn", "-B"));
        command.addAll(Arrays.asList(options));
        return command;
    }

    /** Not started yet, so that the caller says where its output goes. */
    public static ProcessBuilder process(Project project, List<String> command, String... goals) {
        var complete = new ArrayList<>(command);
        complete.addAll(Arrays.asList(goals));
        var builder = new ProcessBuilder(complete).directory(project.root().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
