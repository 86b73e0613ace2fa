/**
 * A connection as the rest of the gateway sees it: who is signed in on it, what waits to be
 * written, what replies it waits for, and what it has been given. Knows no protocol but that of
 * sockets.
 */
@NullMarked
package parlance.gateway.connection;

import org.jspecify.annotations.NullMarked;
