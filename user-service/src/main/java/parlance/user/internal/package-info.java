/** What user-service answers to other services. */
@NullMarked
package parlance.user.internal;

import org.jspecify.annotations.NullMarked;
