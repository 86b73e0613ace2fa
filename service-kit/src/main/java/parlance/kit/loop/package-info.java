/** Consumer loops: partitions are polled, worked off in order per key, retried and committed. */
@NullMarked
package parlance.kit.loop;

import org.jspecify.annotations.NullMarked;
