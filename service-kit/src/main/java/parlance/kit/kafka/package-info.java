/** The Kafka clients, configured once for all services. */
@NullMarked
package parlance.kit.kafka;

import org.jspecify.annotations.NullMarked;
