/** Who takes part in which conversation, as users. */
@NullMarked
package parlance.conversation.participant;

import org.jspecify.annotations.NullMarked;
