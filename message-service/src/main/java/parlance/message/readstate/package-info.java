/** Who has read how far: a cursor per participant, with exceptions, never a row per message. */
@NullMarked
package parlance.message.readstate;

import org.jspecify.annotations.NullMarked;
