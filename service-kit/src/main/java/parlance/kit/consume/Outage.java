package parlance.kit.consume;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.apache.kafka.common.errors.RetriableException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import parlance.kit.publish.OutboxInterrupted;
import parlance.kit.publish.RegistryUnknown;
import parlance.kit.redis.RedisUnavailable;

/** Tells a dependency that is down from a mistake of ours. */
public final class Outage {

    private Outage() {}

    /** The service's own store, Redis or Kafka: the work waits for it. */
    public static boolean isOurs(Throwable failure) {
        return switch (failure) {
            case RedisUnavailable _, RegistryUnknown _, OutboxInterrupted _, RetriableException _ ->
                    true;
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoClientException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoWriteConcernException _ ->
                    true;
            case MongoException mongo -> mongo.hasErrorLabel("RetryableWriteError");
            default -> false;
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
