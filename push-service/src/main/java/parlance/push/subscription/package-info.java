/** Which devices want to be pushed to, and by which provider. */
@NullMarked
package parlance.push.subscription;

import org.jspecify.annotations.NullMarked;
