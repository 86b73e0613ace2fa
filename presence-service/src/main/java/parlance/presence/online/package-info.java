/** The online users of an organization (protocol 3.10, 3.11), and the number of all. */
@NullMarked
package parlance.presence.online;

import org.jspecify.annotations.NullMarked;
