/** Changes of a conversation, published by message-service in their place. */
@NullMarked
package parlance.conversation.change;

import org.jspecify.annotations.NullMarked;
