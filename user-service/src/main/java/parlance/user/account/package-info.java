/** A user's account: made, found, and proved to be one's own. */
@NullMarked
package parlance.user.account;

import org.jspecify.annotations.NullMarked;
