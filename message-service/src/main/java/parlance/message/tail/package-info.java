/** How far each conversation has come: its last message's number and time. */
@NullMarked
package parlance.message.tail;

import org.jspecify.annotations.NullMarked;
