package parlance.local.launcher.command;

import java.nio.file.Path;
import java.time.Clock;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.launcher.Suite;
import parlance.local.launcher.build.Build;

/** The source tree that the script lies in, and its .parlance folder. */
record LocalContext(Project project, DataDirectory dataDirectory) {

    static LocalContext find() {
        var root = System.getProperty("parlance.root");
        var project = root == null ? Project.find() : new Project(Path.of(root));
        return new LocalContext(project, new DataDirectory(project.localHome()));
    }

    Suite running() {
        return Suite.find(project, dataDirectory)
                .orElseThrow(() -> new StartupFailure("nothing runs; start it with ./parlance up"));
    }

    Build build() {
        return new Build(project, dataDirectory, Clock.systemUTC());
    }
}
