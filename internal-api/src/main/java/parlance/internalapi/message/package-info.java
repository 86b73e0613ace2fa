/** What message-service answers to other services. */
@NullMarked
package parlance.internalapi.message;

import org.jspecify.annotations.NullMarked;
