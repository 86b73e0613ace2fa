package parlance.local.launcher;

import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.Progress;
import parlance.local.infra.Project;
import parlance.local.infra.StartupFailure;
import parlance.local.infra.secrets.SigningKeys;

/**
 * Gives auth-service a new key for access tokens, in two steps: all replicas publish it, then all
 * sign with it. Users stay signed in, because gateways fetch a key that they do not know.
 */
public final class KeyRotation {

    private static final String KEYS = "PARLANCE_AUTH_SIGNING_KEYS";
    private static final String AUTH = "auth";

    private final Project project;
    private final DataDirectory dataDirectory;

    public KeyRotation(Project project, DataDirectory dataDirectory) {
        this.project = project;
        this.dataDirectory = dataDirectory;
    }

    /** For what runs in the home; replicas of auth-service restart one by one, twice. */
    public void run(Progress progress) {
        step(SigningKeys::announcingNext, progress);
        step(SigningKeys::withNextFirst, progress);
    }

    private void step(UnaryOperator<SigningKeys> change, Progress progress) {
        var secrets = new LinkedHashMap<>(LocalEnvironment.loadOrCreate(dataDirectory));
        secrets.computeIfPresent(KEYS, (_, keys) -> change.apply(SigningKeys.parse(keys)).toJson());
        LocalEnvironment.write(LocalEnvironment.file(dataDirectory), secrets);
        // Found again, as it reads its secrets once.
        Suite.find(project, dataDirectory)
                .orElseThrow(() -> new StartupFailure("nothing runs; start it with ./parlance up"))
                .restart(AUTH, progress);
    }
}
