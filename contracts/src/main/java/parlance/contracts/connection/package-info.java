/** What the gateways tell the others. */
@NullMarked
package parlance.contracts.connection;

import org.jspecify.annotations.NullMarked;
