/**
 * What a client sends, as far as a gateway reads it: the name, the id, the key, and where the
 * payload begins and ends (protocol 1.2, 1.3).
 */
@NullMarked
package parlance.gateway.packet;

import org.jspecify.annotations.NullMarked;
