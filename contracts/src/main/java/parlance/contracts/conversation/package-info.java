/** What conversation-service tells the others. */
@NullMarked
package parlance.contracts.conversation;

import org.jspecify.annotations.NullMarked;
