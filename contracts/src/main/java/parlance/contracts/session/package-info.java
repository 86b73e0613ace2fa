/** What auth-service tells the others. */
@NullMarked
package parlance.contracts.session;

import org.jspecify.annotations.NullMarked;
