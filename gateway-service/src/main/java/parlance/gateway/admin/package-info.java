/**
 * The admin routes of messages (protocol 3.11): what an administrator sends in a user's name goes
 * the way of every packet, and the HTTP request is answered with what comes back.
 */
@NullMarked
package parlance.gateway.admin;

import org.jspecify.annotations.NullMarked;
