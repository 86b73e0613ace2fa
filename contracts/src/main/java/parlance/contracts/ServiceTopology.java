package parlance.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a service reads from Kafka and writes to it, declared once, on the service's root package.
 * The kit refuses every other topic. The chart's facts, the access list of {@code docs/security.md}
 * and the tables of {@code docs/architecture.md} are generated from it.
 *
 * <p>{@link TopicAccess} adds what follows by itself, which is not repeated here: a service reads
 * its own commands and queries, and writes the replies to them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface ServiceTopology {

    /** Topics that the service reads beside its own commands and queries. */
    Topic[] reads() default {};

    /** Topics of events and deliveries that the service writes. */
    Topic[] writes() default {};

    /** Commands that the service sends, to other services or to itself. */
    Route[] commands() default {};

    /** Whether the service passes the requests of clients on, to every topic that carries them. */
    boolean passesRequestsOn() default false;
}
