/** What push-service is told. */
@NullMarked
package parlance.contracts.push;

import org.jspecify.annotations.NullMarked;
