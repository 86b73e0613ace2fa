/** The secrets that a deployment on one machine, or a test, makes for itself. */
@NullMarked
package parlance.local.infra.secrets;

import org.jspecify.annotations.NullMarked;
