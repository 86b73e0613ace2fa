/**
 * This process and its connections as the other services find them in Redis: the lease of an inbox
 * partition, and under each user the connections that it holds.
 */
@NullMarked
package parlance.gateway.registry;

import org.jspecify.annotations.NullMarked;
