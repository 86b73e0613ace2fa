/** Conversations as administrators see them: who takes part, and when something last happened. */
@NullMarked
package parlance.message.admin;

import org.jspecify.annotations.NullMarked;
