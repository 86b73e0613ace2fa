/** Whether a user is there, as the users who watch have been told. */
@NullMarked
package parlance.presence.state;

import org.jspecify.annotations.NullMarked;
