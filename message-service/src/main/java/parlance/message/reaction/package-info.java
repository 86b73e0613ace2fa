/** Reactions to messages. */
@NullMarked
package parlance.message.reaction;

import org.jspecify.annotations.NullMarked;
