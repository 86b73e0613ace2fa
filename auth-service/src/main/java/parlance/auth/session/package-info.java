/** Sessions: begun, renewed and ended. */
@NullMarked
package parlance.auth.session;

import org.jspecify.annotations.NullMarked;
