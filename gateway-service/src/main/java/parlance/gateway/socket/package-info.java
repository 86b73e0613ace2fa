/**
 * The door for clients: WebSockets on any path, from the upgrade to the goodbye, and where each
 * frame goes.
 */
@NullMarked
package parlance.gateway.socket;

import org.jspecify.annotations.NullMarked;
