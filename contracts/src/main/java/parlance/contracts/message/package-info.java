/** What message-service tells the others. */
@NullMarked
package parlance.contracts.message;

import org.jspecify.annotations.NullMarked;
