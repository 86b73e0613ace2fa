/** Conversations: what one holds, and how it is stored and shown. */
@NullMarked
package parlance.conversation.document;

import org.jspecify.annotations.NullMarked;
