/** The connection registry in Redis: which gateway holds which connections of a user. */
@NullMarked
package parlance.kit.registry;

import org.jspecify.annotations.NullMarked;
