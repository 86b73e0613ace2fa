/** Whom users do not want to hear from. */
@NullMarked
package parlance.user.blocklist;

import org.jspecify.annotations.NullMarked;
