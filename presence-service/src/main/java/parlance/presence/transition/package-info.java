/**
 * Users go online and offline: connection events of the gateways become presence notifications for
 * watchers. A user goes offline only after a look-up in the connection registry.
 */
@NullMarked
package parlance.presence.transition;

import org.jspecify.annotations.NullMarked;
