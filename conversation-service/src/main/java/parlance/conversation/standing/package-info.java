/** How conversations stand: message-service knows. */
@NullMarked
package parlance.conversation.standing;

import org.jspecify.annotations.NullMarked;
