/** How conversations stand for one reader, for the lists of conversation-service. */
@NullMarked
package parlance.message.listing;

import org.jspecify.annotations.NullMarked;
