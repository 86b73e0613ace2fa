/** Sending: a batch of messages is decided on, stored once, acked and delivered. */
@NullMarked
package parlance.message.sending;

import org.jspecify.annotations.NullMarked;
