/** Requests: JSON becomes a validated record. */
@NullMarked
package parlance.kit.request;

import org.jspecify.annotations.NullMarked;
