/** Prometheus, watching a suite on this machine. */
@NullMarked
package parlance.local.launcher.observe;

import org.jspecify.annotations.NullMarked;
