package parlance.kit.loop;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.kafka.common.errors.RetriableException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import parlance.kit.publish.ProducerInterrupted;
import parlance.kit.redis.RedisUnavailable;
import parlance.kit.registry.RegistryUnknown;
import parlance.kit.retry.WriteContention;

/** Tells a dependency that is down from a mistake of ours. */
public final class TransientFailure {

    private static final List<StoreFailures> STORES =
            ServiceLoader.load(StoreFailures.class, StoreFailures.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private TransientFailure() {}

    /** The service's own store, Redis or Kafka: the work waits for it. */
    public static boolean isOurs(Throwable failure) {
        return switch (failure) {
            case RedisUnavailable _,
                    RegistryUnknown _,
                    ProducerInterrupted _,
                    RetriableException _,
                    WriteContention _ ->
                    true;
            default -> STORES.stream().anyMatch(store -> store.areTransient(failure));
        };
    }

    /** Another service: the client is told, and may ask again. */
    public static boolean isAnothers(Throwable failure) {
        return failure instanceof ProcessingException
                || failure instanceof FaultToleranceException
                || (failure instanceof WebApplicationException answer
                        && answer.getResponse().getStatus() >= 500);
    }
}
