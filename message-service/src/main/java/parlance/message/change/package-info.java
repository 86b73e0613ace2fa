/** What conversation-service has changed, published in its place among the messages. */
@NullMarked
package parlance.message.change;

import org.jspecify.annotations.NullMarked;
