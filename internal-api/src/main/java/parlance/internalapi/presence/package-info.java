/** What presence-service answers to other services. */
@NullMarked
package parlance.internalapi.presence;

import org.jspecify.annotations.NullMarked;
