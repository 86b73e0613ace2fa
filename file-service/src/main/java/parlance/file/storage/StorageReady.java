package parlance.file.storage;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells of trouble with S3, and is ready all the same: what this service answers needs no call. */
@Readiness
@Singleton
final class StorageReady implements HealthCheck {

    private final StorageProbe probe;

    StorageReady(StorageProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage")
                .withData("s3", probe.trouble().orElse("reachable"))
                .up()
                .build();
    }
}
