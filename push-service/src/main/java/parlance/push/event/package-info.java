/** Notifications that a user asks for: {@code push_event_create}. */
@NullMarked
package parlance.push.event;

import org.jspecify.annotations.NullMarked;
