/**
 * The fault suite: devices write numbered messages while something fails, and every acked message
 * must have been stored and seen once and in order. Its table is docs/reliability.md.
 */
@NullMarked
package parlance.e2e.reliability;

import org.jspecify.annotations.NullMarked;
