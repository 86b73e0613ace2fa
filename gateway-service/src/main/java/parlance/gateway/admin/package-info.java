/**
 * The admin routes of messages (protocol 3.11): what an administrator has somebody say or do goes
 * the way of every packet, and its answer comes back the same way.
 */
@NullMarked
package parlance.gateway.admin;

import org.jspecify.annotations.NullMarked;
