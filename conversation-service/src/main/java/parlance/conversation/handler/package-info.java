/** Conversation handlers: programs of a conversation's owner, kept and given back, not run. */
@NullMarked
package parlance.conversation.handler;

import org.jspecify.annotations.NullMarked;
