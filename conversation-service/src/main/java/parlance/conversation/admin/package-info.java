/** Conversations as administrators see them: who takes part, and when something last happened. */
@NullMarked
package parlance.conversation.admin;

import org.jspecify.annotations.NullMarked;
