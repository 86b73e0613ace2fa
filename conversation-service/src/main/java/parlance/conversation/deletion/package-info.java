/** Groups and channels go on without a user who was deleted; direct ones stay as they are. */
@NullMarked
package parlance.conversation.deletion;

import org.jspecify.annotations.NullMarked;
