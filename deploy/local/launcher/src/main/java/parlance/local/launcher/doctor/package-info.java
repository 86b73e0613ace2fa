/** {@code ./parlance doctor}: whether this machine has what Parlance needs. */
@NullMarked
package parlance.local.launcher.doctor;

import org.jspecify.annotations.NullMarked;
