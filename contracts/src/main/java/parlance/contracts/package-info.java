/**
 * What the services say to each other: every request a client can make ({@link
 * parlance.contracts.Route}), the topics and headers it travels by, the packets that come back, the
 * events services tell each other, the errors, and the ids. No beans and no I/O.
 */
@NullMarked
package parlance.contracts;

import org.jspecify.annotations.NullMarked;
