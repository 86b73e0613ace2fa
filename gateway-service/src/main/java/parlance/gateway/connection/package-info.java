/**
 * A connection as the rest of the gateway sees it: who is signed in on it, and what it is sent.
 * Knows no protocol but that of sockets.
 */
@NullMarked
package parlance.gateway.connection;

import org.jspecify.annotations.NullMarked;
