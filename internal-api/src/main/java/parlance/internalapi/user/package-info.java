/** What user-service answers to other services, and the look-ups that its callers share. */
@NullMarked
package parlance.internalapi.user;

import org.jspecify.annotations.NullMarked;
