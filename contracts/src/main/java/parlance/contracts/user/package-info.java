/** What user-service tells the others. */
@NullMarked
package parlance.contracts.user;

import org.jspecify.annotations.NullMarked;
