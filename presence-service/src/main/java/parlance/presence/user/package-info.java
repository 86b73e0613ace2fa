/** Who people are: user-service knows. */
@NullMarked
package parlance.presence.user;

import org.jspecify.annotations.NullMarked;
