/** HTTP on the clients' port: health, and in local mode the way to the services behind. */
@NullMarked
package parlance.gateway.frontdoor;

import org.jspecify.annotations.NullMarked;
