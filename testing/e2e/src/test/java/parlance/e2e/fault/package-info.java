/** Stories that kill and stop services and servers, on a suite of their own. */
@NullMarked
package parlance.e2e.fault;

import org.jspecify.annotations.NullMarked;
