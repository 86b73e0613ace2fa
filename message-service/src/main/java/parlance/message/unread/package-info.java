/** What a user has not read yet: asked for by push-service before it notifies. */
@NullMarked
package parlance.message.unread;

import org.jspecify.annotations.NullMarked;
