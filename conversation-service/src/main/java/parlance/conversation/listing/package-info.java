/** The conversations of one user, the last moved first. */
@NullMarked
package parlance.conversation.listing;

import org.jspecify.annotations.NullMarked;
