/** What presence-service tells the others. */
@NullMarked
package parlance.contracts.presence;

import org.jspecify.annotations.NullMarked;
