package parlance.local.launcher.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parlance.local.infra.Project;
import parlance.local.launcher.service.Service;

/** The modules that local mode runs. */
final class Modules {

    private static final List<String> PROGRAMS = List.of("kafka", "mongo", "s3");

    private Modules() {}

    /** The servers of deploy/local. */
    static List<Module> programs(Project project) {
        return PROGRAMS.stream().map(name -> program(project, name)).toList();
    }

    /** The servers and every service in the tree. */
    static List<Module> all(Project project) {
        var modules = new ArrayList<>(programs(project));
        Service.of(project).forEach(service -> modules.add(service(project, service)));
        return modules;
    }

    /** The load that ./parlance bench makes. */
    static Module load(Project project) {
        var path = "testing/load";
        var artifact = path + "/target/app/parlance-testing-load.jar";
        return new Module(path, project.root().resolve(artifact), sources(project, path));
    }

    static Module service(Project project, Service service) {
        var sources =
                sources(
                        project,
                        service.module(),
                        "contracts",
                        "service-kit",
                        "internal-api",
                        "mongo-kit");
        if (service.equals(Service.GATEWAY)) {
            // The gateway brings the demo page along.
            sources.add(project.root().resolve("web"));
        }
        return new Module(
                service.module(), service.packaged(project).resolve("quarkus-run.jar"), sources);
    }

    private static Module program(Project project, String name) {
        var path = "deploy/local/" + name;
        var artifact = path + "/target/app/parlance-local-" + name + ".jar";
        return new Module(
                path,
                project.root().resolve(artifact),
                sources(project, path, "deploy/local/infra"));
    }

    private static List<Path> sources(Project project, String... modules) {
        return Stream.concat(
                        Stream.of("pom.xml"),
                        Stream.of(modules)
                                .flatMap(module ->
                                        Stream.of(module + "/pom.xml", module + "/src/main")))
                .map(project.root()::resolve)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
