/** Creating direct conversations, groups and channels. */
@NullMarked
package parlance.conversation.creation;

import org.jspecify.annotations.NullMarked;
