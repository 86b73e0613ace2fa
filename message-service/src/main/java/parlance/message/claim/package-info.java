/** Which record does what a command says, where the command may be on Kafka more than once. */
@NullMarked
package parlance.message.claim;

import org.jspecify.annotations.NullMarked;
