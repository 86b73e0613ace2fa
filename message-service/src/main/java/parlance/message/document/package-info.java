/** Messages: what one holds, how it is stored and found, and how clients see it. */
@NullMarked
package parlance.message.document;

import org.jspecify.annotations.NullMarked;
