/** Secret fields, encrypted on their way through Kafka. */
@NullMarked
package parlance.kit.seal;

import org.jspecify.annotations.NullMarked;
