/** Direct conversations: in which of them one of the two blocks the other. */
@NullMarked
package parlance.message.direct;

import org.jspecify.annotations.NullMarked;
