/**
 * From a command on Kafka to a handler: order per key, parallel across keys, commit after the work.
 */
@NullMarked
package parlance.kit.consume;

import org.jspecify.annotations.NullMarked;
