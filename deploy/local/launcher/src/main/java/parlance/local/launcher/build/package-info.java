/** Which modules must be built again, and the one Maven run that does it. */
@NullMarked
package parlance.local.launcher.build;

import org.jspecify.annotations.NullMarked;
