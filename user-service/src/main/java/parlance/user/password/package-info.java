/** What passwords are kept as. */
@NullMarked
package parlance.user.password;

import org.jspecify.annotations.NullMarked;
