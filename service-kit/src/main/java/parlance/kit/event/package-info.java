/** Events of other services: records become calls of listeners. */
@NullMarked
package parlance.kit.event;

import org.jspecify.annotations.NullMarked;
