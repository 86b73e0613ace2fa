/** What auth-service answers to other services. */
@NullMarked
package parlance.internalapi.auth;

import org.jspecify.annotations.NullMarked;
