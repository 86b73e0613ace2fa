/** Traces across Kafka, and the clock. */
@NullMarked
package parlance.kit.observe;

import org.jspecify.annotations.NullMarked;
