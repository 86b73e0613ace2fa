/** Conversations: made, kept, changed, and told of. */
@NullMarked
package parlance.conversation.conversation;

import org.jspecify.annotations.NullMarked;
