/** Who signs in: asked of user-service, kept nowhere here. */
@NullMarked
package parlance.auth.account;

import org.jspecify.annotations.NullMarked;
