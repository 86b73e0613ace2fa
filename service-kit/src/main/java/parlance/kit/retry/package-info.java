/** Changes that are tried again while other writers are faster. */
@NullMarked
package parlance.kit.retry;

import org.jspecify.annotations.NullMarked;
