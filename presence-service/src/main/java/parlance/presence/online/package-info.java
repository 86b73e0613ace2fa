/** Who is online in an organization (protocol 3.10, 3.11), and how many altogether. */
@NullMarked
package parlance.presence.online;

import org.jspecify.annotations.NullMarked;
