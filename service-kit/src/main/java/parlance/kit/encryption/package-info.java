/** Secret fields, encrypted on their way through Kafka. */
@NullMarked
package parlance.kit.encryption;

import org.jspecify.annotations.NullMarked;
