/** Access tokens, and the keys that sign them. */
@NullMarked
package parlance.auth.token;

import org.jspecify.annotations.NullMarked;
