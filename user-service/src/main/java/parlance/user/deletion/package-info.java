/** What becomes of everything else when a user goes. */
@NullMarked
package parlance.user.deletion;

import org.jspecify.annotations.NullMarked;
