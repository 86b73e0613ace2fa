/**
 * From a result to Kafka: replies and deliveries straight to the gateways' inboxes, events to their
 * topics.
 */
@NullMarked
package parlance.kit.publish;

import org.jspecify.annotations.NullMarked;
