/** Which record does what a command says, where the command may be on Kafka more than once. */
@NullMarked
package parlance.message.idempotency;

import org.jspecify.annotations.NullMarked;
