/** Where we let a client send us: never into our own network. */
@NullMarked
package parlance.push.endpoint;

import org.jspecify.annotations.NullMarked;
