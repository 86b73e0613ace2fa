/** What the other services know: who people are, what conversations are called, what is unread. */
@NullMarked
package parlance.push.lookup;

import org.jspecify.annotations.NullMarked;
