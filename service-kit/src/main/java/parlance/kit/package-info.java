/**
 * What a handler's author needs: a request is answered by one class that takes a {@link
 * parlance.kit.Command} and returns an {@link parlance.kit.HandlerResult}; the rest of the kit
 * brings it there and carries the result away.
 */
@NullMarked
package parlance.kit;

import org.jspecify.annotations.NullMarked;
