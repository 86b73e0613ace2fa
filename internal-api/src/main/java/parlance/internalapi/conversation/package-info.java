/** What conversation-service answers to other services, and the look-up that its callers share. */
@NullMarked
package parlance.internalapi.conversation;

import org.jspecify.annotations.NullMarked;
