/** Users whom a trusted issuer vouches for: made when they are first seen. */
@NullMarked
package parlance.user.external;

import org.jspecify.annotations.NullMarked;
