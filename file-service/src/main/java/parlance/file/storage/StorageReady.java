package parlance.file.storage;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether S3 can be reached, but stays ready: no request of this service needs a call to
 * S3.
 */
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
