/**
 * Stories, told over WebSocket and HTTP to the packaged services. Each has people of its own, so
 * stories do not see each other.
 */
@NullMarked
package parlance.e2e.story;

import org.jspecify.annotations.NullMarked;
