package parlance.local.infra;

import static parlance.local.infra.ChildProgram.MAIN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each component is run here. */
final class ProgramCatalog {

    private final Project project;
    private final DataDirectory dataDirectory;
    private final Map<String, String> environment;

    ProgramCatalog(Project project, DataDirectory dataDirectory, Map<String, String> environment) {
        this.project = project;
        this.dataDirectory = dataDirectory;
        this.environment = environment;
    }

    ChildProgram program(Component component, int port) {
        var data = dataDirectory.data(component.id());
        return switch (component) {
            case KAFKA -> kafka(data, port);
            case REDIS ->
                    program(
                            component,
                            RedisServer.command(data, port, project.localHome().resolve("bin")),
                            Map.of(MAIN, port));
            case MONGO -> {
                var arguments = List.of(data.toString(), Integer.toString(port));
                yield program(component, java(component, 256, arguments), Map.of(MAIN, port));
            }
            case S3 -> {
                var arguments = List.of(data.toString(), Integer.toString(port));
                yield program(component, java(component, 96, arguments), Map.of(MAIN, port));
            }
        };
    }

    private ChildProgram kafka(Path data, int port) {
        var controller = Ports.free();
        var arguments =
                List.of(data.toString(), Integer.toString(port), Integer.toString(controller));
        return program(
                Component.KAFKA,
                java(Component.KAFKA, 256, arguments),
                Map.of(MAIN, port, "controller", controller));
    }

    private ChildProgram program(
            Component component, List<String> command, Map<String, Integer> ports) {
        // The others need no secrets.
        var settings =
                component == Component.S3 ? S3Settings.of(environment) : Map.<String, String>of();
        return new ChildProgram(component.id(), command, settings, ports);
    }

    private List<String> java(Component component, int heapMegabytes, List<String> arguments) {
        var archive = project.localHome().resolve("cds").resolve(component.id() + ".jsa");
        var flags =
                new ArrayList<>(
                        List.of(
                                "-Xmx" + heapMegabytes + "m",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ"));
        if (component == Component.KAFKA) {
            flags.add(JavaCommand.FULL_COMPILER);
        }
        return JavaCommand.of(project.programJar(component), archive, flags, arguments);
    }
}
