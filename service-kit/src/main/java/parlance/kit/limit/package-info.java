/** How often somebody may try something, counted for all replicas together. */
@NullMarked
package parlance.kit.limit;

import org.jspecify.annotations.NullMarked;
