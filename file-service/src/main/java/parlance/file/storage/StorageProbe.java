package parlance.file.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks now and then whether the bucket can be reached. Nothing here waits for it. */
@Singleton
final class StorageProbe {

    private static final Logger LOG = Logger.getLogger(StorageProbe.class);

    private final S3Client s3;
    private final StorageConfig storage;
    private final AtomicReference<Optional<String>> trouble =
            new AtomicReference<>(Optional.of("not looked yet"));

    StorageProbe(S3Client s3, StorageConfig storage, MeterRegistry metrics) {
        this.s3 = s3;
        this.storage = storage;
        metrics.gauge(
                "parlance_files_storage_up", this, probe -> probe.trouble().isEmpty() ? 1 : 0);
    }

    @Scheduled(
            every = "${parlance.storage.probe-interval:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        var found = lookNow();
        if (!found.equals(trouble.getAndSet(found))) {
            LOG.infof("storage_changed trouble=%s", found.orElse("none"));
        }
    }

    /** What was wrong the last time; empty if nothing was. */
    Optional<String> trouble() {
        return trouble.get();
    }

    private Optional<String> lookNow() {
        try {
            s3.headBucket(request -> request.bucket(storage.bucket()));
            return Optional.empty();
        } catch (SdkException failure) {
            return Optional.of(failure.getClass().getSimpleName());
        }
    }
}
