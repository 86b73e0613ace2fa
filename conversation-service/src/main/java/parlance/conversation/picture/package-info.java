/** Conversations' images: file-service has them. */
@NullMarked
package parlance.conversation.picture;

import org.jspecify.annotations.NullMarked;
