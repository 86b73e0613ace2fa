/** Whether a user is online, as watchers have been told. */
@NullMarked
package parlance.presence.state;

import org.jspecify.annotations.NullMarked;
