/**
 * What comes for this process: replies and deliveries, each written to the connections that it is
 * addressed to, once; and what cannot be written is handed back, so that nobody misses it.
 */
@NullMarked
package parlance.gateway.inbox;

import org.jspecify.annotations.NullMarked;
