/** The conversation directory: who takes part where, for the other services. */
@NullMarked
package parlance.conversation.directory;

import org.jspecify.annotations.NullMarked;
