package parlance.local.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.local.infra.ChildProgram;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.JavaCommand;
import parlance.local.infra.Project;

/** How a replica of a packaged service is run. */
public final class ServicePrograms {

    /** Without, Argon2id takes several times as long, and a message more CPU time as well. */
    private static final Set<Service> FULLY_COMPILED =
            Set.of(Service.USER, Service.GATEWAY, Service.MESSAGE);

    private final Project project;
    private final DataDirectory dataDirectory;
    private final JvmSettings jvm;

    public ServicePrograms(Project project, DataDirectory dataDirectory, JvmSettings jvm) {
        this.project = project;
        this.dataDirectory = dataDirectory;
        this.jvm = jvm;
    }

    /** The host is where the replica's HTTP port is bound. */
    public ChildProgram of(
            Replica replica,
            ReplicaPorts ports,
            String host,
            Map<String, String> common,
            Map<Service, ReplicaPorts> firstReplicas) {
        var installation = Installation.of(replica.service(), project, dataDirectory.data("apps"));
        var flags = new ArrayList<>(List.of("-Xmx" + jvm.heap()));
        if (FULLY_COMPILED.contains(replica.service())) {
            flags.add(JavaCommand.FULL_COMPILER);
        }
        flags.addAll(jvm.flags());
        var command =
                JavaCommand.of(
                        installation.jar(),
                        archive(replica.service(), installation),
                        flags,
                        List.of());
        return new ChildProgram(
                replica.name(),
                command,
                ServiceEnvironment.of(replica, ports, host, common, firstReplicas),
                ports.byName());
    }

    /** One class-data archive per build; those of earlier builds are removed. */
    private Path archive(Service service, Installation installation) {
        var archives = project.localHome().resolve("cds");
        var current = service.name() + "-" + installation.key() + ".jsa";
        try {
            Files.createDirectories(archives);
            try (var old = Files.newDirectoryStream(archives, service.name() + "-*.jsa")) {
                for (var archive : old) {
                    if (!archive.getFileName().toString().equals(current)) {
                        Files.deleteIfExists(archive);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archives.resolve(current);
    }
}
