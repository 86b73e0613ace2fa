/** What conversation-service answers to other services. */
@NullMarked
package parlance.conversation.internal;

import org.jspecify.annotations.NullMarked;
