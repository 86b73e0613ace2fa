/**
 * Load over the socket, as clients make it. The load is open-loop: messages are sent when they are
 * due, however late the answers come, and latencies are counted from when they were due.
 */
@NullMarked
package parlance.testing.load;

import org.jspecify.annotations.NullMarked;
