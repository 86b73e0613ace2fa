/** Who people are: user-service knows. */
@NullMarked
package parlance.conversation.user;

import org.jspecify.annotations.NullMarked;
