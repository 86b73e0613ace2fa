/** From a packet to a command on Kafka, and to an error if nobody takes or answers it in time. */
@NullMarked
package parlance.gateway.command;

import org.jspecify.annotations.NullMarked;
