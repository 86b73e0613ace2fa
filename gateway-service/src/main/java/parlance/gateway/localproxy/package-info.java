/** HTTP on the clients' port: health, and in local mode the way to the services behind. */
@NullMarked
package parlance.gateway.localproxy;

import org.jspecify.annotations.NullMarked;
