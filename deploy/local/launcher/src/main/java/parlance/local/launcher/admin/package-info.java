/** The operator's console, {@code ./parlance admin}: of the deployment here, or of any other. */
@NullMarked
package parlance.local.launcher.admin;

import org.jspecify.annotations.NullMarked;
