/**
 * Users come and go: what the gateways say of connections becomes what watchers are told, offline
 * only after a look at the registry.
 */
@NullMarked
package parlance.presence.transition;

import org.jspecify.annotations.NullMarked;
