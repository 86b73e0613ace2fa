/** Numbers for operators. */
@NullMarked
package parlance.message.statistics;

import org.jspecify.annotations.NullMarked;
