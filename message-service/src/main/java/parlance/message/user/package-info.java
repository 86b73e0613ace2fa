/** Who people are: user-service knows. */
@NullMarked
package parlance.message.user;

import org.jspecify.annotations.NullMarked;
