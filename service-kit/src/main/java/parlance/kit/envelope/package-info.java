/**
 * The headers of a command: who asks, and which connection waits. Shared by the gateway, which
 * writes them, and the services, which read them.
 */
@NullMarked
package parlance.kit.envelope;

import org.jspecify.annotations.NullMarked;
