/**
 * The answers that this process waits for, and where each goes: a connection or an HTTP request.
 */
@NullMarked
package parlance.gateway.reply;

import org.jspecify.annotations.NullMarked;
