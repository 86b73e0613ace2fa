/** 1-1s: who has blocked whom, and who is brought back when the other one writes. */
@NullMarked
package parlance.message.pair;

import org.jspecify.annotations.NullMarked;
