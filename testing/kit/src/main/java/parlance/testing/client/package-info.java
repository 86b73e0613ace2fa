/**
 * A chat client for tests: one WebSocket with waits that have a deadline, and the HTTP routes. It
 * knows the protocol and nothing of the services.
 */
@NullMarked
package parlance.testing.client;

import org.jspecify.annotations.NullMarked;
