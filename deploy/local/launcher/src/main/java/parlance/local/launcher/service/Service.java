package parlance.local.launcher.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parlance.local.infra.Project;

/** One of the services, by its short name: "message" is the module message-service. */
public record Service(String name) {

    /** In the order of their start; clients are let in last. */
    private static final List<String> NAMES =
            List.of(
                    "user",
                    "auth",
                    "conversation",
                    "message",
                    "presence",
                    "push",
                    "file",
                    "gateway");

    /** The service that holds the front door. */
    public static final Service GATEWAY = new Service("gateway");

    static final Service USER = new Service("user");

    static final Service MESSAGE = new Service("message");

    /** Those whose modules are in the tree. */
    public static List<Service> of(Project project) {
        return NAMES.stream()
                .map(Service::new)
                .filter(service -> Files.exists(service.folder(project).resolve("pom.xml")))
                .toList();
    }

    /** Accepts "message" as well as "message-service". */
    public static Optional<Service> find(Project project, String name) {
        return of(project).stream()
                .filter(service -> Stream.of(service.name, service.module()).anyMatch(name::equals))
                .findFirst();
    }

    public String module() {
        return name + "-service";
    }

    Path folder(Project project) {
        return project.root().resolve(module());
    }

    /** Quarkus's own folder layout, made by the package phase. */
    public Path packaged(Project project) {
        return folder(project).resolve("target/quarkus-app");
    }

    /** The variable in which the others are told this service's HTTP address. */
    String urlVariable() {
        return "PARLANCE_" + name.toUpperCase(Locale.ROOT) + "_URL";
    }
}
