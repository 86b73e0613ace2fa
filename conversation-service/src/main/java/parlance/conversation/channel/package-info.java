/** Channels, which everybody of the organization may follow. */
@NullMarked
package parlance.conversation.channel;

import org.jspecify.annotations.NullMarked;
